import { Repeater } from "graphql-yoga";
import { isOutage } from "./outage.ts";

/** What a subscription follows. */
export interface Followed<T extends { seq: number }> {
  after: number;
  /** What comes after a seq, in order; nothing when it is to be waited for. @throws {DomainError} when nothing can come */
  read: (after: number) => Promise<T[]>;
  subscribe: (wake: () => void) => () => void;
  isLast?: (item: T) => boolean;
  /** The last item was delivered before: the stream completes at once. */
  ended?: boolean;
}

/**
 * Rows after a cursor, then whatever comes: the one way in which subscriptions are made. `read` is called with the last seq that
 * was delivered, again after each notice and each gap, and every second as a net under both; what it returns is delivered in
 * order. Ends after an item for which `isLast` holds, and with what `read` throws; but when the database goes away it only stops, and
 * calls `onOutage`: more is to come, elsewhere or later. Reading stops while the client does not take (back-pressure), so nothing is
 * buffered beyond one read. A Repeater, not an async generator: a generator would live on after the client left.
 */
export function follow<T extends { seq: number }>(
  followed: Followed<T>,
  onOutage: (error: unknown) => void,
): Repeater<T> {
  return new Repeater<T>(async (push, stop) => {
    if (followed.ended) return stop();
    let cursor = followed.after;
    let ended = false;
    let pending = true;
    let wakeUp: (() => void) | undefined;
    const wake = () => {
      pending = true;
      wakeUp?.();
    };
    const unsubscribe = followed.subscribe(wake);
    const net = setInterval(wake, 1_000);
    void stop.then(() => {
      ended = true;
      wakeUp?.();
    });
    try {
      while (!ended) {
        pending = false;
        const items = await followed.read(cursor);
        for (const item of items) {
          if (ended) return;
          cursor = item.seq;
          await Promise.race([push(item), stop]);
          if (followed.isLast?.(item)) {
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
      if (isOutage(error)) onOutage(error);
      else stop(error);
    } finally {
      clearInterval(net);
      unsubscribe();
    }
  });
}
