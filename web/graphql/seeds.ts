import { type Exchange, makeResult, type Operation } from "urql";
import { filter, map, merge, pipe, share } from "wonka";

/** A result that the server read for a page: the key of its operation, and its data as JSON. */
export type Seed = readonly [key: number, data: string];

/** What was read before the page was sent, until it is rendered. One for each client: what is for one person is never another's. */
export interface Seeds {
  sow(seeds: readonly Seed[]): void;
  /** From here on everything is read by the page itself: what has not been asked for by now would be old when it is. */
  close(): void;
  exchange: Exchange;
}

/** @param once in the browser the cache keeps what was taken; on the server there is none, and more than one component may ask */
export function openSeeds(once: boolean): Seeds {
  const known = new Map<number, string>();
  let closed = false;
  return {
    sow(seeds) {
      if (!closed) for (const [key, data] of seeds) known.set(key, data);
    },
    close() {
      closed = true;
      known.clear();
    },
    exchange:
      ({ forward }) =>
      (operations) => {
        const shared = pipe(operations, share);
        const isKnown = (operation: Operation) =>
          operation.kind === "query" && operation.context.requestPolicy !== "network-only" && known.has(operation.key);
        return merge([
          // First: it looks whether there is a result before the other takes it.
          pipe(
            shared,
            filter((operation) => !isKnown(operation)),
            forward,
          ),
          pipe(
            shared,
            filter(isKnown),
            map((operation) => {
              const data = JSON.parse(known.get(operation.key) ?? "null");
              if (once) known.delete(operation.key);
              return makeResult(operation, { data });
            }),
          ),
        ]);
      },
  };
}
