import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from "node:fs";
import { dirname } from "node:path";

/** A log and the one before it: at most twice this stays on disk for each process. */
const MAX_BYTES = 8 * 1024 * 1024;

/**
 * An appended file that is set aside as `<file>.1` when it has grown too large.
 * @param {string} file
 * @param {number} [maxBytes]
 */
export function logFile(file, maxBytes = MAX_BYTES) {
  mkdirSync(dirname(file), { recursive: true });
  let bytes = 0;
  const rotate = () => {
    bytes = existsSync(file) ? statSync(file).size : 0;
    if (bytes < maxBytes) return;
    renameSync(file, `${file}.1`);
    bytes = 0;
  };
  rotate();
  return {
    path: file,
    /**
     * A line that can't be written, on a full disk say, is lost: what it tells of goes on.
     * @param {string} line
     */
    append(line) {
      try {
        appendFileSync(file, `${line}\n`, { mode: 0o600 });
        bytes += Buffer.byteLength(line) + 1;
        if (bytes >= maxBytes) rotate();
      } catch (error) {
        if (/** @type {NodeJS.ErrnoException} */ (error).code === undefined) throw error;
      }
    },
  };
}

/** @typedef {ReturnType<typeof logFile>} LogFile */
