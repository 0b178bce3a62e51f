import { createHash } from "node:crypto";
import { LimitExceededError, UnavailableError } from "../platform/errors.ts";

/** Bytes as they pass by, with what is known of them when the last one has. */
export interface MeasuredStream extends AsyncIterable<Uint8Array> {
  /** To be called when all have passed. */
  measured(): { sha256: string; bytes: number };
}

/** What is said of a file of more than `most` bytes. */
export function fileTooLong(most: number): LimitExceededError {
  return new LimitExceededError(`A file has at most ${most} bytes. Nothing of it was kept.`);
}

/** @throws {LimitExceededError} while it is read, as soon as there are more than `most` bytes */
export function measuredStream(source: AsyncIterable<Uint8Array>, most: number): MeasuredStream {
  const hash = createHash("sha256");
  let bytes = 0;
  return {
    async *[Symbol.asyncIterator]() {
      for await (const chunk of source) {
        bytes += chunk.length;
        if (bytes > most) throw fileTooLong(most);
        hash.update(chunk);
        yield chunk;
      }
    },
    measured: () => ({ sha256: hash.digest("hex"), bytes }),
  };
}

/** @throws {UnavailableError} after the last byte, when they were not those of the SHA-256: their reader must not take them for whole */
export async function* checkedStream(source: AsyncIterable<Uint8Array>, sha256: string): AsyncIterable<Uint8Array> {
  const stream = measuredStream(source, Number.POSITIVE_INFINITY);
  yield* stream;
  if (stream.measured().sha256 !== sha256) {
    throw new UnavailableError(`The file ${sha256.slice(0, 12)}… is damaged. Restore it, or store it again.`);
  }
}
