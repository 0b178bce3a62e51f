/** How soon it is tried again to write what could not be written. */
const AGAIN_MS = 2000;

/**
 * Keeps what this process says of itself in its lock. A record that can't be written, on a full disk say, is no reason to end what runs:
 * that is said once, and it is written as soon as that goes.
 * @param {{ update: (change: Partial<import("./lock.mjs").RunRecord>) => void }} lock
 * @param {{ file: string, say: (line: string) => void, signal: AbortSignal }} options signal: the process is about to end
 */
export function runRecord(lock, { file, say, signal }) {
  /** @type {NodeJS.Timeout | undefined} */
  let again;
  let told = false;
  /** @param {Partial<import("./lock.mjs").RunRecord>} change */
  function update(change) {
    clearTimeout(again);
    try {
      lock.update(change);
      told = false;
    } catch (error) {
      const { code } = /** @type {NodeJS.ErrnoException} */ (error);
      if (code === undefined) throw error;
      if (!told && !signal.aborted) say(`warning: ${file} can't be written (${code}). All goes on; trying again.`);
      told = true;
      if (!signal.aborted) again = setTimeout(update, AGAIN_MS, {}).unref();
    }
  }
  signal.addEventListener("abort", () => clearTimeout(again));
  return { update };
}
