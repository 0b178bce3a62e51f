import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { orFullDisk } from "./full-disk.mjs";
import { takeLock } from "./lock.mjs";
import { runRecord } from "./run-record.mjs";

/** @type {string} */
let dir;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "modelwright-full-"));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

test.each([
  Object.assign(new Error("no space left on device, write"), { code: "ENOSPC" }),
  new Error('could not extend file "base/1/2": No space left on device'),
])("what fails for want of room is told as such: %s", (error) => {
  expect(orFullDisk(error, dir)).toMatchObject({
    message: `The disk of ${dir} is full. Make room there and start again.`,
  });
});

test("any other error stays what it is", () => {
  const error = new Error("DATABASE_URL must be set");
  expect(orFullDisk(error, dir)).toBe(error);
});

// A device that is always full, in the place where the record is drafted.
describe.runIf(process.platform === "linux")("on a full disk", () => {
  test("the run record stays as it was, that is said once, and it is written when there is room", () => {
    const file = join(dir, "run.json");
    const draft = `${file}.${process.pid}`;
    const lock = takeLock(file);
    if (!lock.taken) throw new Error("the lock should be free");
    /** @type {string[]} */
    const said = [];
    const stop = new AbortController();
    const record = runRecord(lock, { file, say: (line) => said.push(line), signal: stop.signal });
    const before = readFileSync(file, "utf8");
    for (const name of ["API", "worker"]) {
      symlinkSync("/dev/full", draft);
      record.update({ children: [{ name, pid: 1, born: "now" }] });
    }
    expect({ said, now: readFileSync(file, "utf8"), left: readdirSync(dir) }).toEqual({
      said: [`warning: ${file} can't be written (ENOSPC). All goes on; trying again.`],
      now: before,
      left: ["run.json"],
    });
    record.update({ urls: { graphql: "http://localhost:1/graphql" } });
    stop.abort();
    expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({
      urls: { graphql: "http://localhost:1/graphql" },
      children: [{ name: "worker" }],
    });
  });

  test("a lock that can't be written is not taken, and leaves nothing", () => {
    const file = join(dir, "run.json");
    symlinkSync("/dev/full", `${file}.${process.pid}`);
    expect(() => takeLock(file)).toThrow(/ENOSPC/);
    expect(readdirSync(dir)).toEqual([]);
  });

  test("nor is a dead owner's taken over", () => {
    const file = join(dir, "run.json");
    writeFileSync(file, JSON.stringify({ owner: { pid: 999_999_999, born: "never" }, children: [] }));
    symlinkSync("/dev/full", `${file}.${process.pid}`);
    expect(() => takeLock(file)).toThrow(/ENOSPC/);
    expect(readdirSync(dir)).toEqual(["run.json"]);
  });
});
