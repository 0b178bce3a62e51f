import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openArtifactStore } from "./artifacts.ts";

/** What every store keeps to is in artifact-stores.test.ts. */
test("putting leaves the file and nothing else", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "modelwright-artifacts-"));
  const artifacts = openArtifactStore(dataDir);
  const [hash = ""] = await Promise.all([artifacts.put(Buffer.from("a model")), artifacts.put(Buffer.from("a model"))]);
  expect(await readdir(join(dataDir, "artifacts", hash.slice(0, 2)))).toEqual([hash]);
  await rm(dataDir, { recursive: true });
});
