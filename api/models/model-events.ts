import { ModelChangeKind, type StageChangeReason } from "../../prisma/client/enums.ts";
import { actorNames } from "../identity/actor-name.ts";
import type { Database, Transaction } from "../platform/database.ts";

/** What can happen in the registry, as those who follow it are told. */
export const modelEventTypes = [
  ...(["REGISTERED", "PROMOTED", "ARCHIVED", "ROLLED_BACK", "REMOVED", "RESTORED"] as const),
  ...Object.values(ModelChangeKind),
] as const;
export type ModelEventType = (typeof modelEventTypes)[number];

/** A change of the registry. */
export interface ModelEvent {
  seq: number;
  type: ModelEventType;
  model: string;
  version: number | null;
  name: string | null;
  actor: string;
  at: Date;
}

/** A version that another took the place of is archived, like one that a person archived. */
const typeOf = {
  REGISTERED: "REGISTERED",
  PROMOTED: "PROMOTED",
  SUPERSEDED: "ARCHIVED",
  ARCHIVED: "ARCHIVED",
  ROLLED_BACK: "ROLLED_BACK",
  REMOVED: "REMOVED",
  RESTORED: "RESTORED",
} as const satisfies Record<StageChangeReason, ModelEventType>;

const pageSize = 200;

/** The id of the newest change of the registry, 0 when there is none. One statement sees both tables as they were at one moment. */
export async function newestChange(database: Database | Transaction): Promise<number> {
  const [newest] = await database.$queryRaw<{ id: bigint | null }[]>`
    SELECT GREATEST((SELECT max(id) FROM stage_change), (SELECT max(id) FROM model_change)) AS id`;
  return Number(newest?.id ?? 0);
}

/** What came after a change of the registry's log, in its order, a page of it. */
export async function readModelEvents(
  database: Database | Transaction,
  after: number,
  model?: string | null | undefined,
): Promise<ModelEvent[]> {
  // What is committed while the tables are read one after the other is left for the next time: else an older change could be passed over.
  const head = await newestChange(database);
  if (head <= after) return [];
  const page = {
    where: { id: { gt: after, lte: head }, ...(model ? { model: { name: model } } : {}) },
    orderBy: { id: "asc" },
    take: pageSize,
    include: { model: { select: { name: true } }, version: { select: { version: true } } },
  } as const;
  // Two tables, one log: their ids are of one sequence, given under one lock.
  const [moved, noted] = await Promise.all([database.stageChange.findMany(page), database.modelChange.findMany(page)]);
  const nameOf = await actorNames(
    database,
    [...moved, ...noted].map(({ actorId }) => actorId),
  );
  return [
    ...moved.map(({ reason, ...change }) => ({ ...change, type: typeOf[reason], name: null })),
    ...noted.map(({ kind, ...change }) => ({ ...change, type: kind })),
  ]
    .sort((a, b) => Number(a.id - b.id))
    .slice(0, pageSize)
    .map(({ id, type, model: of, version, name, actorId, at }) => ({
      seq: Number(id),
      type,
      model: of.name,
      version: version?.version ?? null,
      name,
      actor: nameOf(actorId),
      at,
    }));
}
