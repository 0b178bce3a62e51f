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
    /** @param {string} line */
    append(line) {
      appendFileSync(file, `${line}\n`, { mode: 0o600 });
      bytes += Buffer.byteLength(line) + 1;
      if (bytes >= maxBytes) rotate();
    },
  };
}

/** @typedef {ReturnType<typeof logFile>} LogFile */
