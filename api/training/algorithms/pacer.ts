import { setImmediate } from "node:timers/promises";

/** Long enough to be cheap, short enough that notices, heartbeats and cancellations are served in time. */
const longestStretchMs = 15;

/**
 * Keeps a long computation from holding the event loop: call it often, and wait for what it returns, if anything.
 * @throws the signal's reason once it is aborted
 */
export function pacer(signal: AbortSignal): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    signal.throwIfAborted();
    if (performance.now() - since < longestStretchMs) return undefined;
    return setImmediate(undefined, { signal }).then(() => {
      since = performance.now();
    });
  };
}
