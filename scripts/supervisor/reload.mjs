import { watch } from "node:fs";

/** Editors write a file in several steps; a change is over when nothing came for so long. */
const QUIET_MS = 150;

/**
 * Calls `onChange` after source files below `dir` changed.
 * @param {string} dir
 * @param {{ matches: (path: string) => boolean, onChange: (path: string) => void, signal: AbortSignal }} options
 */
export function onSourceChange(dir, { matches, onChange, signal }) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  watch(dir, { recursive: true, signal }, (_event, name) => {
    if (!name || !matches(name)) return;
    clearTimeout(timer);
    timer = setTimeout(() => onChange(name), QUIET_MS);
  });
  signal.addEventListener("abort", () => clearTimeout(timer));
}
