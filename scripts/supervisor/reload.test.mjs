import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { onSourceChange } from "./reload.mjs";

test("a change is told by the file's path in the project, of files that matter", async () => {
  const root = mkdtempSync(join(tmpdir(), "modelwright-reload-"));
  mkdirSync(join(root, "api/agent"), { recursive: true });
  const stop = new AbortController();
  /** @type {string[]} */
  const changed = [];
  onSourceChange(root, "api", {
    matches: (path) => path.endsWith(".ts"),
    onChange: (path) => changed.push(path),
    signal: stop.signal,
  });
  try {
    writeFileSync(join(root, "api/agent/help.md"), "");
    // Written until it is noticed: a watch may begin a moment after it was asked for.
    await expect
      .poll(
        () => {
          writeFileSync(join(root, "api/agent/help.ts"), String(Math.random()));
          return changed;
        },
        { interval: 300 },
      )
      .toContain(join("api/agent/help.ts"));
    expect(new Set(changed).size).toBe(1);
  } finally {
    stop.abort();
    rmSync(root, { recursive: true, force: true });
  }
});
