import { statfsSync } from "node:fs";
import { SetupError } from "../setup/errors.mjs";

/** What the system calls it, by code and in PostgreSQL's words. */
const FULL = /\b(?:ENOSPC|EDQUOT)\b|No space left on device|Check free disk space|Disk quota exceeded/;
/** With less PostgreSQL may end in the middle of anything, and only its log says why: it makes its journal in pieces of 16 MB. */
const ALL_BUT_FULL_BYTES = 16 * 1024 * 1024;

/**
 * @param {string} said by a program that ended
 * @returns whether it ended for want of room on a disk
 */
export function tellsOfFullDisk(said) {
  return FULL.test(said);
}

/**
 * Tells of a full disk what fails for want of room there, in place of whatever failed first.
 * @param {unknown} error
 * @param {string} dir that was written to
 * @returns {unknown} the error itself when there is room
 */
export function orFullDisk(error, dir) {
  const { code = "", message = "" } = /** @type {NodeJS.ErrnoException} */ (error);
  if (FULL.test(code) || FULL.test(message))
    return new SetupError(`The disk of ${dir} is full. Make room there and start again.`, { cause: error });
  const left = bytesLeft(dir);
  if (left >= ALL_BUT_FULL_BYTES) return error;
  const megabytes = Math.floor(left / 1024 / 1024);
  return new SetupError(`The disk of ${dir} is all but full (${megabytes} MB are left). Make room there.\n${message}`, {
    cause: error,
  });
}

/** @param {string} dir */
function bytesLeft(dir) {
  try {
    const { bavail, bsize } = statfsSync(dir);
    return bavail * bsize;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
