import { mkdtemp, readdir, rm, truncate } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { sha256 } from "../platform/canonical-json.ts";
import { type ArtifactStore, openArtifactStore } from "./artifacts.ts";

let dataDir: string;
let artifacts: ArtifactStore;
const bytes = Buffer.from("a model");
const hash = sha256(bytes);
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "modelwright-artifacts-"));
  artifacts = openArtifactStore(dataDir);
});
afterEach(() => rm(dataDir, { recursive: true }));

const folder = () => join(dataDir, "artifacts", hash.slice(0, 2));

test("what is put is got by its SHA-256; twice is once, and nothing else is left", async () => {
  expect(await artifacts.has(hash)).toBe(false);
  expect(await Promise.all([artifacts.put(bytes), artifacts.put(bytes)])).toEqual([hash, hash]);
  expect(await artifacts.put(bytes)).toBe(hash);
  expect(await artifacts.has(hash)).toBe(true);
  expect(Buffer.from(await artifacts.get(hash)).toString()).toBe("a model");
  expect(await readdir(folder())).toEqual([hash]);
});

test("a file that is gone or damaged is unavailable; putting it again mends it", async () => {
  await expect(artifacts.get(hash)).rejects.toMatchObject({ code: "UNAVAILABLE" });
  await artifacts.put(bytes);
  await truncate(join(folder(), hash), 3);
  await expect(artifacts.get(hash)).rejects.toMatchObject({
    code: "UNAVAILABLE",
    message: expect.stringContaining("damaged"),
  });
  await artifacts.put(bytes);
  expect(Buffer.from(await artifacts.get(hash)).toString()).toBe("a model");
});

test.each(["../../etc/passwd", "", "A".repeat(64)])("what is no hash is no path: %j", async (name) => {
  await expect(artifacts.get(name)).rejects.toMatchObject({ code: "UNAVAILABLE" });
});
