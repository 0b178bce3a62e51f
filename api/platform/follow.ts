import { Repeater } from "graphql-yoga";

/**
 * Rows after a cursor, then whatever comes: the one way in which subscriptions are made. `read` is called with the last seq that
 * was delivered, again after each notice and each gap, and every second as a net under both; what it returns is delivered in
 * order. Ends after an item for which `isLast` holds. Reading stops while the client does not take (back-pressure), so nothing is
 * buffered beyond one read. A Repeater, not an async generator: a generator would live on after the client left.
 */
export function follow<T extends { seq: number }>(options: {
  after: number;
  read: (after: number) => Promise<T[]>;
  subscribe: (wake: () => void) => () => void;
  isLast?: (item: T) => boolean;
  /** The last item was delivered before: the stream completes at once. */
  ended?: boolean;
}): Repeater<T> {
  return new Repeater<T>(async (push, stop) => {
    if (options.ended) return stop();
    let cursor = options.after;
    let ended = false;
    let pending = true;
    let wakeUp: (() => void) | undefined;
    const wake = () => {
      pending = true;
      wakeUp?.();
    };
    const unsubscribe = options.subscribe(wake);
    const net = setInterval(wake, 1_000);
    void stop.then(() => {
      ended = true;
      wakeUp?.();
    });
    try {
      while (!ended) {
        pending = false;
        const items = await options.read(cursor);
        for (const item of items) {
          if (ended) return;
          cursor = item.seq;
          await Promise.race([push(item), stop]);
          if (options.isLast?.(item)) {
            stop();
            return;
          }
        }
        if (items.length > 0) continue;
        if (!pending && !ended) {
          await new Promise<void>((resolve) => {
            wakeUp = resolve;
          });
          wakeUp = undefined;
        }
      }
    } catch (error) {
      stop(error);
    } finally {
      clearInterval(net);
      unsubscribe();
    }
  });
}
