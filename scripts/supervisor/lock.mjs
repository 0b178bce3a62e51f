import { linkSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { identify, isAlive } from "./process-identity.mjs";

/** The end of the name of a lock that was moved away. */
const STALE = ".stale";
/** A lock that was moved away by mistake is put back as soon as the place is free: two seconds at most. */
const MOST_TRIES = 400;
const PAUSE_MS = 5;

/**
 * What a running service says of itself.
 * @typedef {{ name: string } & import("./process-identity.mjs").ProcessIdentity} RunningChild
 * @typedef {{ web?: string, graphql: string }} Urls
 * @typedef {{ owner: import("./process-identity.mjs").ProcessIdentity, urls?: Urls, children: RunningChild[] }} RunRecord
 */

/**
 * Takes a lock file for this process. It holds a RunRecord, so that others can say who runs and where. A lock whose process has died is
 * taken over. `update` throws when the file can't be written; it is tried again with the next.
 * @param {string} file
 * @returns {{ taken: true, previous?: RunRecord, update: (change: Partial<RunRecord>) => void, release: () => void }
 *   | { taken: false, record: RunRecord }}
 */
export function takeLock(file) {
  const owner = identify(process.pid);
  if (!owner) throw new Error("This process can't find itself");
  /** @type {RunRecord} */
  let record = { owner, children: [] };
  const draft = `${file}.${process.pid}`;
  /** @type {RunRecord | undefined} */
  let previous;
  for (;;) {
    writeWhole(draft, record);
    if (linked(draft, file)) {
      const displaced = displacedLock(file);
      if (!displaced) break;
      // The place was only free since another start is looking at the lock of one that lives: it goes back to that one.
      rmSync(file, { force: true });
      linked(displaced.aside, file);
      rmSync(draft, { force: true });
      return { taken: false, record: displaced.record };
    }
    const found = readLock(file);
    if (found && isAlive(found.owner)) {
      rmSync(draft, { force: true });
      return { taken: false, record: found };
    }
    previous = setAside(file, draft, found) ?? previous;
  }
  rmSync(draft, { force: true });
  const release = () => {
    if (readLock(file)?.owner.born === owner.born) rmSync(file, { force: true });
  };
  return {
    taken: true,
    ...(previous ? { previous } : {}),
    update: (change) => {
      record = { ...record, ...change };
      writeWhole(draft, record);
      renameSync(draft, file);
    },
    release,
  };
}

/**
 * @param {string} file
 * @returns {RunRecord | undefined} undefined when there is none, or none that can be read
 */
export function readLock(file) {
  try {
    const record = JSON.parse(readFileSync(file, "utf8"));
    return typeof record?.owner?.pid === "number" ? record : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {string} draft
 * @param {RunRecord} record
 * @throws when it can't be written; then nothing is left of it
 */
function writeWhole(draft, record) {
  try {
    writeFileSync(draft, JSON.stringify(record, undefined, 2));
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/**
 * @param {string} draft
 * @param {string} file
 * @returns whether the file is now ours; a link appears whole or not at all
 */
function linked(draft, file) {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code === "EEXIST") return false;
    // A file system without hard links.
    if (code !== "EPERM" && code !== "ENOTSUP" && code !== "EOPNOTSUPP") throw error;
  }
  try {
    writeFileSync(file, readFileSync(draft), { flag: "wx" });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "EEXIST") return false;
    throw error;
  }
}

/**
 * Moves a dead process's lock away. Another start may have done so meanwhile and hold the lock: then it gets its lock back.
 * @param {string} file
 * @param {string} draft
 * @param {RunRecord | undefined} expected
 */
function setAside(file, draft, expected) {
  const aside = `${draft}${STALE}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "ENOENT") return undefined;
    throw error;
  }
  const moved = readLock(aside);
  if (moved && moved.owner.born !== expected?.owner.born && isAlive(moved.owner)) giveBack(aside, file, moved);
  rmSync(aside, { force: true });
  return expected;
}

/**
 * Puts a living owner's lock back. Who took the place meanwhile sees that it was moved, and leaves it again.
 * @param {string} aside
 * @param {string} file
 * @param {RunRecord} moved
 */
function giveBack(aside, file, moved) {
  for (let tries = 0; tries < MOST_TRIES && isAlive(moved.owner); tries += 1) {
    if (linked(aside, file) || readLock(file)?.owner.born === moved.owner.born) return;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
  }
}

/**
 * A living owner's lock that another start has moved away for the moment.
 * @param {string} file
 * @returns {{ aside: string, record: RunRecord } | undefined}
 */
function displacedLock(file) {
  const [folder, name] = [dirname(file), basename(file)];
  for (const entry of readdirSync(folder)) {
    if (!entry.startsWith(`${name}.`) || !entry.endsWith(STALE)) continue;
    const aside = join(folder, entry);
    const record = readLock(aside);
    if (record && isAlive(record.owner)) return { aside, record };
  }
  return undefined;
}
