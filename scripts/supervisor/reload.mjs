import { watch } from "node:fs";
import { join } from "node:path";

/** Editors write a file in several steps; a change is over when nothing came for so long. */
const QUIET_MS = 150;

/**
 * Calls `onChange` after source files below a folder of the project changed.
 * @param {string} root
 * @param {string} folder
 * @param {{ matches: (path: string) => boolean, onChange: (path: string) => void, signal: AbortSignal }} options matches is asked with paths
 *   relative to the folder; onChange is given one relative to the root
 */
export function onSourceChange(root, folder, { matches, onChange, signal }) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  watch(join(root, folder), { recursive: true, signal }, (_event, name) => {
    if (!name || !matches(name)) return;
    clearTimeout(timer);
    timer = setTimeout(() => onChange(join(folder, name)), QUIET_MS);
  });
  signal.addEventListener("abort", () => clearTimeout(timer));
}
