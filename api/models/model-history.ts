import { z } from "zod";
import type { ModelChangeKind, Stage, StageChangeReason } from "../../prisma/client/client.ts";
import { defineRead } from "../actions/define-action.ts";
import { actorNames } from "../identity/actor-name.ts";
import type { Database } from "../platform/database.ts";
import { instant, modelName } from "./inputs.ts";

/** One thing that was done to a model of that name, or to one of its versions. */
export interface HistoryEntry {
  id: bigint;
  type: StageChangeReason | ModelChangeKind;
  model: string;
  /** Null when it was done to the model as a whole. */
  version: number | null;
  versionId: string | null;
  /** Of a stage change; `from` is null for a version that is new. */
  from: Stage | null;
  to: Stage | null;
  /** Of an alias: its name; of a tag: its key. */
  name: string | null;
  at: Date;
  actorId: string;
  actor: string;
  /** Why, in the words of who did it. */
  comment: string | null;
  /** In a chat: the sentence that asked for it, its turn, and the conversation if it was not deleted. */
  message: string | null;
  turnId: string | null;
  threadId: string | null;
  planDigest: string | null;
  requestId: string;
}

export interface HistoryPage {
  /** The newest first. */
  entries: HistoryEntry[];
  /** The id to go on behind; null when there is nothing older. */
  next: bigint | null;
}

export interface HistoryQuery {
  model: string;
  /** What was done before this one. */
  before?: bigint | undefined;
  /** From then on. */
  since?: Date | null | undefined;
  /** Up to then: what had happened at that time. */
  until?: Date | null | undefined;
  limit: number;
}

/**
 * What was done to the models that have, or had, a name: a model that was removed and the one that was registered anew are one history.
 * Two tables are one log: their ids are of one sequence.
 */
export async function readHistory(database: Database, query: HistoryQuery): Promise<HistoryPage> {
  const { model, before, since, until, limit } = query;
  const page = {
    where: {
      model: { name: model },
      ...(before === undefined ? {} : { id: { lt: before } }),
      ...(since || until ? { at: { ...(since ? { gte: since } : {}), ...(until ? { lte: until } : {}) } } : {}),
    },
    orderBy: { id: "desc" },
    take: limit + 1,
    include: { version: { select: { version: true } } },
  } as const;
  const [moved, noted] = await Promise.all([database.stageChange.findMany(page), database.modelChange.findMany(page)]);
  const rows = [
    ...moved.map(({ reason, fromStage, toStage, ...row }) => ({
      ...row,
      type: reason,
      from: fromStage,
      to: toStage,
      name: null,
    })),
    ...noted.map(({ kind, ...row }) => ({ ...row, type: kind, from: null, to: null, planDigest: null })),
  ].sort((a, b) => Number(b.id - a.id));
  const shown = rows.slice(0, limit);
  const turnIds = shown.flatMap(({ turnId }) => turnId ?? []);
  const turns = await database.turn.findMany({
    where: { id: { in: turnIds } },
    select: { id: true, message: true, threadId: true },
  });
  const nameOf = await actorNames(
    database,
    shown.map(({ actorId }) => actorId),
  );
  const turnOf = new Map(turns.map((turn) => [turn.id, turn]));
  return {
    entries: shown.map(({ modelId: _modelId, version, ...row }) => {
      const turn = row.turnId === null ? undefined : turnOf.get(row.turnId);
      return {
        ...row,
        model,
        version: version?.version ?? null,
        actor: nameOf(row.actorId),
        message: row.message ?? turn?.message ?? null,
        threadId: turn?.threadId ?? null,
      };
    }),
    next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** What was done to a model, by whom, when, and why. */
export const modelHistory = defineRead({
  name: "modelHistory",
  title: "History of a model",
  description:
    "Tells what was done to a model and its versions, the newest first: by whom, when, because of which message, with which comment and plan. Also of a model that was removed.",
  permission: "models:read",
  input: z.object({
    model: modelName,
    before: z.bigint().optional(),
    since: instant.nullish(),
    until: instant.nullish(),
    limit: z.int().min(1).max(200).default(20),
  }),
  read: ({ services: { database } }, query): Promise<HistoryPage> => readHistory(database, query),
});
