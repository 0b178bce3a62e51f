import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openBucketArtifacts } from "./bucket-artifacts.ts";
import { withSpool } from "./upload-spool.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "modelwright-spool-"));
  vi.stubEnv("TMPDIR", folder);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

/** What a process leaves that is killed during an upload. */
async function left(name: string, hoursAgo: number): Promise<void> {
  const at = new Date(Date.now() - hoursAgo * 3_600_000);
  await mkdir(join(folder, name));
  await writeFile(join(folder, name, "file"), "half");
  await utimes(join(folder, name, "file"), at, at);
}

test("an upload's file is gone when it is done or fails; another's that goes on stays, one that was left long ago goes", async () => {
  await left("modelwright-upload-killed", 2);
  await left("modelwright-upload-another", 0);
  await left("another-program", 2);
  const stay = ["another-program", "modelwright-upload-another"];
  const read = withSpool(async (path) => {
    await writeFile(path, "whole");
    expect(await readdir(folder)).toHaveLength(3);
    return readFile(path, "utf8");
  });
  expect(await read).toBe("whole");
  expect((await readdir(folder)).toSorted()).toEqual(stay);
  await expect(withSpool(() => Promise.reject(new Error("it broke off")))).rejects.toThrow("it broke off");
  expect((await readdir(folder)).toSorted()).toEqual(stay);
});

test("a process that keeps files in a bucket clears at its start what another left", async () => {
  await left("modelwright-upload-killed", 2);
  const artifacts = openBucketArtifacts({ bucket: "models", folder: "", endpoint: "http://127.0.0.1:9" });
  await expect.poll(() => readdir(folder)).toEqual([]);
  artifacts.close();
});
