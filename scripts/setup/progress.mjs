/**
 * Says on stdout what is being done and how long it took; a long step says every ten seconds that it is still at it. Steps may overlap: a line
 * names its step unless the one before was of that step too.
 * @param {{ write?: (line: string) => void, heartbeatMs?: number }} [options]
 */
export function createProgress({
  write = (line) => void process.stdout.write(`${line}\n`),
  heartbeatMs = 10_000,
} = {}) {
  /** @type {symbol | undefined} the step that the last line is of */
  let last;
  /**
   * @param {symbol | undefined} step
   * @param {string} line
   */
  const tell = (step, line) => {
    last = step;
    write(line);
  };
  return {
    /** @param {string} line */
    say: (line) => tell(undefined, line),
    /**
     * @template T
     * @param {string} label what is being done, as in "Installing packages"
     * @param {() => Promise<T>} work
     * @returns {Promise<T>}
     */
    async step(label, work) {
      const step = Symbol(label);
      const from = performance.now();
      /** @param {string} news */
      const goOn = (news) => tell(step, last === step ? `    … ${news}` : `  ${label} … ${news}`);
      tell(step, `  ${label} …`);
      const heartbeat = setInterval(() => goOn(seconds(from)), heartbeatMs);
      try {
        const result = await work();
        goOn(`done in ${seconds(from)}`);
        return result;
      } finally {
        clearInterval(heartbeat);
      }
    },
  };
}

/** @typedef {ReturnType<typeof createProgress>} Progress */

/** @param {number} from */
function seconds(from) {
  return `${((performance.now() - from) / 1000).toFixed(1)} s`;
}
