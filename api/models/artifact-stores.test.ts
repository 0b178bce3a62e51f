import { mkdtemp, rm, truncate } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { sha256 } from "../platform/canonical-json.ts";
import { openBucketDouble } from "../testing/bucket-double.ts";
import { type ArtifactStore, openArtifactStore } from "./artifacts.ts";
import { openBucketArtifacts } from "./bucket-artifacts.ts";

interface Opened {
  artifacts: ArtifactStore;
  /** Damages what is stored. */
  damage(hash: string): Promise<void> | void;
  close(): Promise<void>;
}

async function onDisk(): Promise<Opened> {
  const dataDir = await mkdtemp(join(tmpdir(), "modelwright-artifacts-"));
  return {
    artifacts: openArtifactStore(dataDir),
    damage: (hash) => truncate(join(dataDir, "artifacts", hash.slice(0, 2), hash), 3),
    close: () => rm(dataDir, { recursive: true }),
  };
}

async function inBucket(): Promise<Opened> {
  vi.stubEnv("AWS_ACCESS_KEY_ID", "test");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "secret");
  const bucket = await openBucketDouble();
  const artifacts = openBucketArtifacts({ bucket: "models", folder: "dev", endpoint: bucket.endpoint });
  return {
    artifacts,
    damage(hash) {
      const object = bucket.objects.get(`dev/artifacts/${hash.slice(0, 2)}/${hash}`);
      if (object) object.bytes = object.bytes.subarray(0, 3);
    },
    async close() {
      artifacts.close();
      await bucket.close();
      vi.unstubAllEnvs();
    },
  };
}

async function listed(artifacts: ArtifactStore): Promise<string[]> {
  const hashes: string[] = [];
  for await (const hash of artifacts.list()) hashes.push(hash);
  return hashes.toSorted();
}

const bytes = Buffer.from("a model");
const hash = sha256(bytes);
const later = () => new Date(Date.now() + 60_000);
const earlier = () => new Date(Date.now() - 60_000);

/** What every store of model files keeps to. */
describe.each([
  ["on disk", onDisk],
  ["in a bucket", inBucket],
])("artefacts %s", (_where, open) => {
  let store: Opened;
  let artifacts: ArtifactStore;
  beforeEach(async () => {
    store = await open();
    artifacts = store.artifacts;
  });
  afterEach(() => store.close());

  test("what is put is got by its SHA-256; twice is once", async () => {
    expect(await artifacts.has(hash)).toBe(false);
    expect(await Promise.all([artifacts.put(bytes), artifacts.put(bytes)])).toEqual([hash, hash]);
    expect(await artifacts.has(hash)).toBe(true);
    expect(Buffer.from(await artifacts.get(hash)).toString()).toBe("a model");
    expect(await listed(artifacts)).toEqual([hash]);
  });

  test("one that is gone or damaged is unavailable; putting it again mends it", async () => {
    await expect(artifacts.get(hash)).rejects.toMatchObject({ code: "UNAVAILABLE" });
    await artifacts.put(bytes);
    await store.damage(hash);
    const damaged = { code: "UNAVAILABLE", message: expect.stringContaining("damaged") };
    await expect(artifacts.get(hash)).rejects.toMatchObject(damaged);
    await artifacts.put(bytes);
    expect(Buffer.from(await artifacts.get(hash)).toString()).toBe("a model");
  });

  test("a stream is stored as its bytes would be, and read as a stream", async () => {
    const parts = async function* () {
      yield bytes.subarray(0, 2);
      yield bytes.subarray(2);
    };
    expect(await artifacts.putStream(parts(), bytes.length)).toEqual({ sha256: hash, bytes: bytes.length });
    expect(await listed(artifacts)).toEqual([hash]);
    expect((await buffer(await artifacts.stream(hash))).toString()).toBe("a model");
    await store.damage(hash);
    const damaged = { code: "UNAVAILABLE", message: expect.stringContaining("damaged") };
    await expect(artifacts.stream(hash).then((stream) => buffer(stream))).rejects.toMatchObject(damaged);
    await expect(artifacts.stream(sha256("another"))).rejects.toMatchObject({ code: "UNAVAILABLE" });
  });

  test("nothing is stored of a stream that breaks off or is too long", async () => {
    const broken = async function* () {
      yield bytes;
      throw new Error("the client left");
    };
    await expect(artifacts.putStream(broken(), 100)).rejects.toThrow("the client left");
    const long = async function* () {
      yield bytes;
      yield bytes;
    };
    await expect(artifacts.putStream(long(), bytes.length)).rejects.toMatchObject({ code: "LIMIT_EXCEEDED" });
    expect(await listed(artifacts)).toEqual([]);
    expect(await artifacts.removeUnfinished(later())).toBe(0);
  });

  test("all are listed, however many, and nothing else is", async () => {
    const hashes = await Promise.all(["a", "b", "c", "d", "e"].map((text) => artifacts.put(Buffer.from(text))));
    await artifacts.claim("registry-1");
    expect(await listed(artifacts)).toEqual(hashes.toSorted());
  });

  test("one is removed unless it was put since", async () => {
    expect(await artifacts.remove(hash, later())).toBe(false);
    await artifacts.put(bytes);
    expect(await artifacts.remove(hash, earlier())).toBe(false);
    expect(await artifacts.has(hash)).toBe(true);
    expect(await artifacts.remove(hash, later())).toBe(true);
    expect(await artifacts.has(hash)).toBe(false);
    expect(await artifacts.removeUnfinished(later())).toBe(0);
  });

  test("a second registry in the same place is noticed", async () => {
    expect(await artifacts.claim("registry-1")).toBe(true);
    expect(await artifacts.claim("registry-1")).toBe(true);
    expect(await artifacts.claim("registry-2")).toBe(false);
    await expect(artifacts.claim("../x")).rejects.toThrow("fit for a file's name");
  });

  test.each(["../../etc/passwd", "", "A".repeat(64)])("what is no hash is no path: %j", async (name) => {
    await expect(artifacts.get(name)).rejects.toMatchObject({ code: "UNAVAILABLE" });
  });
});

test("a bucket that refuses is unavailable, and said by name", async () => {
  vi.stubEnv("AWS_ACCESS_KEY_ID", "test");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "secret");
  const bucket = await openBucketDouble();
  const artifacts = openBucketArtifacts({ bucket: "models", folder: "", endpoint: bucket.endpoint });
  await artifacts.put(bytes);
  expect([...bucket.objects.keys()]).toEqual([`artifacts/${hash.slice(0, 2)}/${hash}`]);
  bucket.fail(true);
  await expect(artifacts.put(bytes)).rejects.toMatchObject({
    code: "UNAVAILABLE",
    message: expect.stringContaining("bucket models (AccessDenied)"),
  });
  await expect(artifacts.get(hash)).rejects.toMatchObject({
    code: "UNAVAILABLE",
    message: expect.stringContaining("right now (AccessDenied)"),
  });
  const nowhere = openBucketArtifacts({ bucket: "others", folder: "", endpoint: bucket.endpoint });
  bucket.fail(false);
  await expect(nowhere.get(hash)).rejects.toMatchObject({ message: expect.stringContaining("NoSuchBucket") });
  artifacts.close();
  nowhere.close();
  await bucket.close();
  vi.unstubAllEnvs();
});
