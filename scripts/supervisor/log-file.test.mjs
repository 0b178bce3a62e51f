import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { logFile } from "./log-file.mjs";

/** @type {string} */
let dir;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "modelwright-log-"));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

test("keeps the newest lines in two bounded files, and goes on where an earlier run ended", () => {
  const path = join(dir, "logs/api.log");
  for (const run of [1, 2]) {
    const log = logFile(path, 100);
    for (let n = 1; n <= 50; n++) log.append(`run ${run}, line ${n}`);
  }
  // After the line that filled it, the file itself isn't there until the next one.
  const files = [`${path}.1`, path].map((file) => (existsSync(file) ? readFileSync(file, "utf8") : ""));
  for (const text of files) expect(text.length).toBeLessThan(120);
  const kept = files.join("").trimEnd().split("\n");
  expect(kept.at(-1)).toBe("run 2, line 50");
  expect(kept.length).toBeGreaterThan(3);
});

test("a line that can't be written is lost, and the next one is written when it can be", () => {
  const path = join(dir, "logs/api.log");
  const log = logFile(path);
  rmSync(join(dir, "logs"), { recursive: true });
  log.append("nowhere to go");
  logFile(path);
  log.append("back again");
  expect(readFileSync(path, "utf8")).toBe("back again\n");
});
