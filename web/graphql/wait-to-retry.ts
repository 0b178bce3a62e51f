/** Someone looks at the page: a server that is back is to be noticed soon. (A page that is hidden does not try.) */
const longestWaitMs = 2_000;

/**
 * Waits before a try is repeated: 0.3 s the first time, twice as long each further time, at most 2 s, each a little random so that
 * many pages do not come at once. Ends at once when the network is back, when the person comes back to the window, or aborted.
 * @param attempt from 1
 */
export function waitToRetry(attempt: number, signal: AbortSignal): Promise<void> {
  const waitMs = Math.min(longestWaitMs, 300 * 2 ** (attempt - 1)) * (0.75 + Math.random() / 2);
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener("online", done);
      window.removeEventListener("focus", done);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, waitMs);
    if (signal.aborted) return done();
    window.addEventListener("online", done);
    window.addEventListener("focus", done);
    signal.addEventListener("abort", done, { once: true });
  });
}
