import { startChild } from "../child.ts";
import type { Load, LoadReply, LoadResult } from "./load.ts";

/** The load generator, in a process of its own. */
export interface Generator extends AsyncDisposable {
  /** @throws when an answer is missing, not 2xx, or not what it should be */
  send(load: Load): Promise<LoadResult>;
}

export function startGenerator(signal: AbortSignal): Generator {
  const child = startChild<LoadReply>(new URL("generator.ts", import.meta.url));
  return {
    async send(load) {
      child.send(load);
      const reply = await child.hear(signal);
      if ("failure" in reply) throw new Error(reply.failure);
      return reply.result;
    },
    [Symbol.asyncDispose]: () => child[Symbol.asyncDispose](),
  };
}
