import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { identify, isAlive } from "./process-identity.mjs";

/**
 * What a running service says of itself.
 * @typedef {{ name: string } & import("./process-identity.mjs").ProcessIdentity} RunningChild
 * @typedef {{ web?: string, graphql: string }} Urls
 * @typedef {{ owner: import("./process-identity.mjs").ProcessIdentity, urls?: Urls, children: RunningChild[] }} RunRecord
 */

/**
 * Takes a lock file for this process. It holds a RunRecord, so that others can say who runs and where. A lock whose process has died is
 * taken over.
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
    writeFileSync(draft, JSON.stringify(record, undefined, 2));
    if (linked(draft, file)) break;
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
      writeFileSync(draft, JSON.stringify(record, undefined, 2));
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
  const aside = `${draft}.stale`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "ENOENT") return undefined;
    throw error;
  }
  const moved = readLock(aside);
  if (moved && moved.owner.born !== expected?.owner.born && isAlive(moved.owner)) linked(aside, file);
  rmSync(aside, { force: true });
  return expected;
}
