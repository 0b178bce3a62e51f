import type { Cache, DataField, DataFields } from "@urql/exchange-graphcache";
import { graphql } from "../gql/gql.ts";
import type { TrainingEventType, TrainingStatus } from "../gql/graphql.ts";
import { operation } from "./operation.ts";

/** How many turns of a thread are shown at first; the argument of the connection that new turns are appended to. */
export const turnsAtFirst = 50;

/**
 * Makes the lists of threads stale when a turn has ended: its thread is the newest now, or new. This hangs on the stream and not on
 * the turn that is read then, because a query's result can't make another query be sent anew.
 */
export function noteTurn(cache: Cache, event: DataField | undefined): void {
  if (!isEntity(event, "ChatEvent") || event.type !== "TURN_COMPLETED") return;
  forgetThreads(cache);
}

/** Makes the lists of threads stale, so that they are read anew. */
export function forgetThreads(cache: Cache): void {
  for (const { fieldName, arguments: args } of cache.inspectFields("Query")) {
    if (fieldName === "threads") cache.invalidate("Query", fieldName, args);
  }
}

/** Puts a turn that came by itself at the end of its thread, once. */
export function appendTurn(cache: Cache, turn: DataField | undefined): void {
  if (!isEntity(turn, "ChatTurn") || typeof turn.threadId !== "string") return;
  const thread = cache.keyOfEntity({ __typename: "ChatThread", id: turn.threadId });
  const connection = cache.resolve(thread, "turns", { last: turnsAtFirst });
  if (typeof connection !== "string") return;
  const nodes = cache.resolve(connection, "nodes");
  const key = cache.keyOfEntity({ __typename: "ChatTurn", id: String(turn.id) });
  if (!key || !Array.isArray(nodes)) return;
  const known = nodes.filter((node): node is DataField & string => typeof node === "string").map(String);
  if (known.includes(key)) return;
  // A turn of an earlier page that was read again has its place there.
  const newest = cache.resolve(known.at(-1) ?? null, "createdAt");
  if (typeof newest === "string" && typeof turn.createdAt === "string" && turn.createdAt < newest) return;
  cache.link(connection, "nodes", [...known, key]);
}

const statusAfter: Record<TrainingEventType, TrainingStatus> = {
  QUEUED: "QUEUED",
  STARTED: "RUNNING",
  PROGRESS: "RUNNING",
  RETRIED: "QUEUED",
  SUCCEEDED: "SUCCEEDED",
  FAILED: "FAILED",
  CANCELLED: "CANCELLED",
};

const TrainingProgress_run = operation(
  graphql(`
    fragment TrainingProgress_run on TrainingRun {
      id
      status
      progress
    }
  `),
);

/** Keeps a training run's state and progress as its events tell them. */
export function writeProgress(cache: Cache, event: DataField | undefined): void {
  if (!isEntity(event, "TrainingEvent")) return;
  const { runId, type, progress } = event;
  if (typeof runId !== "string" || !isTrainingEventType(type) || typeof progress !== "number") return;
  const run = { __typename: "TrainingRun", id: runId };
  if (cache.resolve(run, "status") === undefined) return;
  cache.writeFragment(TrainingProgress_run, { ...run, status: statusAfter[type], progress });
}

function isTrainingEventType(type: unknown): type is TrainingEventType {
  return typeof type === "string" && type in statusAfter;
}

function isEntity(field: DataField | undefined, typename: string): field is DataFields {
  return typeof field === "object" && field !== null && "__typename" in field && field.__typename === typename;
}
