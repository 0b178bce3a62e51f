import { setTimeout as wait } from "node:timers/promises";
import { describeFailure } from "./failure.ts";

/** Least and most wait before the second try when the provider names none: long enough for a limit by the second to pass on. */
const backOffMs = { least: 200, most: 600 };

/**
 * Runs the call, and once more after a failure that may pass (429, 5xx, a broken connection), within the signal's time. A
 * provider that asks to wait for longer than is left is not waited for.
 */
export async function retryOnce<T>(call: () => Promise<T>, signal: AbortSignal, remainingMs: () => number): Promise<T> {
  try {
    return await call();
  } catch (error) {
    const { transient, retryAfterMs } = describeFailure(error);
    const delayMs = retryAfterMs ?? backOffMs.least + Math.random() * (backOffMs.most - backOffMs.least);
    if (!transient || signal.aborted || delayMs >= remainingMs()) throw error;
    await wait(delayMs, undefined, { signal });
    return call();
  }
}
