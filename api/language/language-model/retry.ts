import { setTimeout as wait } from "node:timers/promises";
import { describeFailure } from "./failure.ts";

/** Calls in all. The deadline ends most series earlier. */
const mostCalls = 4;
/** The wait doubles from here; a tenth of a second of it always, so that a limit by the second can pass on. */
const backOffMs = { least: 100, first: 400, most: 5_000 };

/**
 * Runs the call, and again after a failure that may pass (429, 5xx, a broken connection), at most four times and within the
 * signal's time. Waits as long as the provider asks (Retry-After), else exponentially longer with full jitter, so that many
 * clients of one provider do not come back at once. A wait that is longer than what is left of the time is not begun.
 * Source: Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015.
 * @param random a number from 0 up to 1
 */
export async function withRetries<T>(
  call: () => Promise<T>,
  signal: AbortSignal,
  remainingMs: () => number,
  random: () => number = Math.random,
): Promise<T> {
  for (let calls = 1; ; calls += 1) {
    try {
      return await call();
    } catch (error) {
      const { transient, retryAfterMs } = describeFailure(error);
      const delayMs = retryAfterMs ?? backOff(calls, random);
      if (!transient || signal.aborted || calls >= mostCalls || delayMs >= remainingMs()) throw error;
      await wait(delayMs, undefined, { signal });
    }
  }
}

/** The wait after so many failed calls, in milliseconds. */
export function backOff(calls: number, random: () => number): number {
  const { least, first, most } = backOffMs;
  return least + random() * (Math.min(most, first * 2 ** (calls - 1)) - least);
}
