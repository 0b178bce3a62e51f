import { performance } from "node:perf_hooks";

/**
 * Says on stdout what is being done and how long it took; a long step says every ten seconds that it is still at it.
 * @param {{ write?: (line: string) => void, heartbeatMs?: number }} [options]
 */
export function createProgress({
  write = (line) => void process.stdout.write(`${line}\n`),
  heartbeatMs = 10_000,
} = {}) {
  return {
    /** @param {string} line */
    say: (line) => write(line),
    /**
     * @template T
     * @param {string} label what is being done, as in "Installing packages"
     * @param {() => Promise<T>} work
     * @returns {Promise<T>}
     */
    async step(label, work) {
      const from = performance.now();
      write(`  ${label} …`);
      const heartbeat = setInterval(() => write(`    … ${seconds(from)}`), heartbeatMs);
      try {
        const result = await work();
        write(`  ${label}: done in ${seconds(from)}`);
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
