import { setTimeout as pause } from "node:timers/promises";
import { RegistryAwayError } from "../models/registry/registry-away-error.ts";

/** How a training that is done waits for the registry's server. */
export interface RegistryPatience {
  /** Until it asks again; twice as long each time. */
  firstMs: number;
  /** No wait is longer. */
  mostMs: number;
  /** What is waited in all. */
  withinMs: number;
}

/** A server that is set up anew, or whose machine is, is back within it. */
export const registryPatience: RegistryPatience = { firstMs: 1_000, mostMs: 30_000, withinMs: 2 * 60 * 60_000 };

/**
 * Does what needs the registry's server, and while that is away does it again: what was trained is not thrown away for it.
 * @param tell is told when it begins to wait
 * @throws {RegistryAwayError} when the server stays away; the signal's reason once it is aborted
 */
export async function waitForRegistry<Result>(
  act: () => Promise<Result>,
  options: { patience: RegistryPatience; signal: AbortSignal; tell: (message: string) => Promise<void> },
): Promise<Result> {
  const { patience, signal, tell } = options;
  const { firstMs, mostMs, withinMs } = patience;
  let waitMs = firstMs;
  for (let waited = 0; ; waited += waitMs, waitMs = Math.min(2 * waitMs, mostMs)) {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof RegistryAwayError) || waited >= withinMs) throw error;
      if (waited === 0) {
        const hours = Math.max(1, Math.round(withinMs / 3_600_000));
        const long = hours === 1 ? "an hour" : `${hours} hours`;
        await tell(`The registry's server does not answer: what was trained waits for it, ${long} at most`);
      }
    }
    await pause(waitMs, undefined, { signal }).catch(() => signal.throwIfAborted());
  }
}
