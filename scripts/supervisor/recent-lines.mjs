/** What was said longer before a death has nothing to do with it. */
const RECENT_MS = 5000;

/**
 * The last lines of an output, as far as they are recent: what may explain the end of who wrote them.
 * @template {{ text: string }} T
 * @param {{ most: number, now?: () => number }} options
 */
export function recentLines({ most, now = () => performance.now() }) {
  /** @type {(T & { at: number })[]} */
  let lines = [];
  return {
    /** @param {T} line */
    add(line) {
      lines = [...lines, { ...line, at: now() }].slice(-most);
    },
    /** @param {(line: T) => boolean} [holds] */
    text: (holds = () => true) =>
      lines
        .filter((line) => now() - line.at < RECENT_MS && holds(line))
        .map(({ text }) => text)
        .join("\n"),
  };
}
