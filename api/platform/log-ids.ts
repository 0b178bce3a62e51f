import { AsyncLocalStorage } from "node:async_hooks";

/** What a log line is about. Ids of ours, or plain ones of a caller's: they can be searched for. */
export interface LogIds {
  requestId?: string;
  threadId?: string;
  turnId?: string;
  runId?: string;
  /** The name that a client gave its GraphQL operation. */
  operation?: string;
}

const present = new AsyncLocalStorage<LogIds>();

/** Does the work; every line that is logged meanwhile, however deep, has the ids. */
export function withLogIds<T>(ids: LogIds, work: () => T): T {
  return present.run({ ...present.getStore(), ...ids }, work);
}

/** Adds ids that became known later to the work that goes on; outside of any it does nothing. */
export function noteLogIds(ids: LogIds): void {
  const store = present.getStore();
  if (store) Object.assign(store, ids);
}

export function logIds(): LogIds {
  return present.getStore() ?? {};
}
