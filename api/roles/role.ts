import type { ProcessEnvironment } from "../environment.ts";

/** A part of the service that runs: asked to stop, it drains. */
export interface Role {
  /** What the one who started us is told: the port, for a role that listens. */
  ready: { port?: number };
  /** It has done all that it was started for, and needs no stop. */
  done?: true;
  /** Says that it is stopping, and goes on working: who sends work looks elsewhere from then on. */
  beginStop?(): void;
  stop(): Promise<void>;
}

/** What is kept of the time to stop in, for closing what the role has opened. */
const closingMs = 3_000;

/** How long requests may take to end when the process is asked to stop. */
export function drainMs({ delayMs, withinMs }: ProcessEnvironment["stop"]): number {
  return withinMs - delayMs - closingMs;
}
