import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readLock, takeLock } from "./lock.mjs";
import { end, identify, isAlive } from "./process-identity.mjs";

/** @type {string} */
let dir;
/** @type {string} */
let file;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "modelwright-lock-"));
  file = join(dir, "run.json");
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** @param {string} path */
function taken(path) {
  const lock = takeLock(path);
  if (!lock.taken) throw new Error("the lock should be free");
  return lock;
}

test("a lock is held once, says where its owner is, and is free after release", () => {
  const lock = taken(file);
  lock.update({ urls: { graphql: "http://localhost:1/graphql" } });
  expect(takeLock(file)).toMatchObject({
    taken: false,
    record: { owner: { pid: process.pid }, urls: { graphql: "http://localhost:1/graphql" } },
  });
  lock.release();
  expect(existsSync(file)).toBe(false);
  taken(file);
});

test("a dead owner's lock is taken over, with what it said of its children", () => {
  const { pid } = spawnSync(process.execPath, ["-e", ""]);
  const children = [{ name: "API", pid: 1, born: "long ago" }];
  writeFileSync(file, JSON.stringify({ owner: { pid, born: "1@boot" }, children }));
  expect(taken(file).previous?.children).toEqual(children);
  expect(readLock(file)?.owner.pid).toBe(process.pid);
});

test("a living process that only has the dead owner's id does not hold the lock", () => {
  writeFileSync(file, JSON.stringify({ owner: { pid: process.ppid, born: "another time" }, children: [] }));
  taken(file);
});

test.each(["", "{", "null", '{"owner":1}'])("an unreadable lock (%j) is taken over", (text) => {
  writeFileSync(file, text);
  taken(file);
});

test("of many processes that find a dead owner's lock at once, one gets it", async () => {
  writeFileSync(file, JSON.stringify({ owner: { pid: 999_999_999, born: "never" }, children: [] }));
  const contender = `
    import { takeLock } from ${JSON.stringify(new URL("./lock.mjs", import.meta.url).href)};
    process.send("loaded");
    process.once("message", () => process.send(takeLock(${JSON.stringify(file)}).taken));
    process.once("disconnect", () => process.exit());`;
  const contenders = Array.from({ length: 6 }, () =>
    spawn(process.execPath, ["--input-type=module", "-e", contender], {
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    }),
  );
  await Promise.all(contenders.map((child) => once(child, "message")));
  // Nobody may end before all have asked: the lock of one that is gone would be free again.
  const answers = Promise.all(contenders.map((child) => once(child, "message")));
  for (const child of contenders) child.send("go");
  const took = (await answers).filter(([answer]) => answer === true);
  for (const child of contenders) child.disconnect();
  expect(took).toHaveLength(1);
});

test("a process is told from an earlier one under its id", async () => {
  const me = identify(process.pid);
  expect(me && isAlive(me)).toBe(true);
  expect(isAlive({ pid: process.pid, born: "earlier" })).toBe(false);
  expect(identify(999_999_999)).toBeUndefined();
  await end({ pid: process.pid, born: "earlier" }, { graceMs: 0 });
});
