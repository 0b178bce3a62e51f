import { createReadStream } from "node:fs";
import { writeFile } from "node:fs/promises";
import type { Readable } from "node:stream";
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import { sha256 } from "../platform/canonical-json.ts";
import { UnavailableError } from "../platform/errors.ts";
import { type ArtifactStore, checkedHash, checkedRegistry, hashPattern } from "./artifacts.ts";
import { checkedStream, measuredStream } from "./measured-stream.ts";
import { removeAbandoned, withSpool } from "./upload-spool.ts";

export interface BucketOptions {
  bucket: string;
  /** Under which all keys stand; empty for none. */
  folder: string;
  /** Of a store that is not AWS. */
  endpoint?: string;
  region?: string;
}

/** A bucket that does not answer must not hold up a prediction for long. */
const timeouts = { connectionTimeout: 3_000, requestTimeout: 15_000 };
/** A large file may take longer. */
const uploadMs = 10 * 60_000;

/**
 * Artefacts in a bucket of S3 or a store that speaks as it does, under `<folder>/artifacts/<first two digits>/<SHA-256>`: for API and
 * worker processes that share no disk. An object appears whole or not at all, so nothing unfinished is ever left
 * there.
 */
export function openBucketArtifacts({ bucket, folder, endpoint, region }: BucketOptions): ArtifactStore & {
  close(): void;
} {
  const client = new S3Client({
    // A store of one's own has no regions, but the signature names one.
    ...(region ? { region } : endpoint ? { region: "us-east-1" } : {}),
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
    // Not every store knows the newer checksums; the key itself is one.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    requestHandler: timeouts,
  });
  // Also where no file is ever uploaded again.
  void removeAbandoned();
  const root = folder ? `${folder}/artifacts` : "artifacts";
  const keyOf = (hash: string) => `${root}/${hash.slice(0, 2)}/${hash}`;

  async function head(hash: string, late?: AbortSignal): Promise<Date | undefined> {
    const key = keyOf(checkedHash(hash));
    const request = new HeadObjectCommand({ Bucket: bucket, Key: key });
    const found = await client.send(request, late ? { abortSignal: late } : {}).catch(absent);
    return found?.LastModified;
  }

  async function* keys(prefix: string): AsyncIterable<string> {
    let next: string | undefined;
    do {
      const page = await client.send(
        new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, ...(next ? { ContinuationToken: next } : {}) }),
      );
      for (const { Key } of page.Contents ?? []) if (Key) yield Key;
      next = page.NextContinuationToken;
    } while (next);
  }

  return {
    async put(bytes) {
      const hash = sha256(bytes);
      try {
        // Also when it is there already: its time is what a purge looks at.
        await client.send(new PutObjectCommand({ Bucket: bucket, Key: keyOf(hash), Body: bytes }));
      } catch (error) {
        throw new UnavailableError(
          `The model's file could not be stored in the bucket ${bucket} (${nameOf(error)}). See that it is there and may be written to, and train again.`,
          { cause: error },
        );
      }
      return hash;
    },
    async putStream(source, most) {
      // The key is the hash, known when the last byte has come: until then they are kept on this machine's disk.
      return withSpool(async (spool) => {
        const stream = measuredStream(source, most);
        await writeFile(spool, stream);
        const measured = stream.measured();
        const request = { Bucket: bucket, Key: keyOf(measured.sha256), ContentLength: measured.bytes };
        await client
          .send(new PutObjectCommand({ ...request, Body: createReadStream(spool) }), { requestTimeout: uploadMs })
          .catch((error: unknown) => {
            throw new UnavailableError(
              `The file could not be stored in the bucket ${bucket} (${nameOf(error)}). See that it is there and may be written to, and send the file again.`,
              { cause: error },
            );
          });
        return measured;
      });
    },
    async stream(hash) {
      const key = keyOf(checkedHash(hash));
      try {
        const found = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
        return checkedStream(found.Body as Readable, hash);
      } catch (error) {
        throw new UnavailableError(
          `The file ${hash.slice(0, 12)}… can't be read from the bucket ${bucket} (${nameOf(error)}). Restore it, or try again.`,
          { cause: error },
        );
      }
    },
    async get(hash) {
      const key = keyOf(checkedHash(hash));
      let bytes: Uint8Array | undefined;
      try {
        const found = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key })).catch(absent);
        bytes = await found?.Body?.transformToByteArray();
      } catch (error) {
        throw new UnavailableError(
          `The model's file ${hash.slice(0, 12)}… can't be read from the bucket ${bucket} right now (${nameOf(error)}). Try again.`,
          { cause: error },
        );
      }
      if (!bytes) {
        throw new UnavailableError(
          `The model's file ${hash.slice(0, 12)}… is not in the bucket ${bucket}. Restore it, or train again.`,
        );
      }
      if (sha256(bytes) !== hash) {
        throw new UnavailableError(`The model's file ${hash.slice(0, 12)}… is damaged. Restore it, or train again.`);
      }
      return bytes;
    },
    has: async (hash) => (await head(hash)) !== undefined,
    async *list() {
      for await (const key of keys(`${root}/`)) {
        const hash = key.slice(key.lastIndexOf("/") + 1);
        if (hashPattern.test(hash) && key === keyOf(hash)) yield hash;
      }
    },
    async remove(hash, before, late) {
      const stored = await head(hash, late);
      if (!stored || stored > before) return false;
      const request = new DeleteObjectCommand({ Bucket: bucket, Key: keyOf(hash) });
      await client.send(request, late ? { abortSignal: late } : {});
      return true;
    },
    removeUnfinished: async () => 0,
    async claim(registry) {
      const claims = `${root}/.registries/`;
      const key = `${claims}${checkedRegistry(registry)}`;
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: Buffer.from(registry) }));
      let found = 0;
      for await (const _key of keys(claims)) found += 1;
      return found === 1;
    },
    close: () => client.destroy(),
  };
}

/** An object that isn't there is none. @throws any other error */
function absent(error: unknown): undefined {
  if (error instanceof S3ServiceException && (error.name === "NoSuchKey" || error.name === "NotFound"))
    return undefined;
  throw error;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "unknown";
}
