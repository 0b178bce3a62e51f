import type { StageChangeReason } from "../../../../prisma/client/client.ts";
import { actorName } from "../../../identity/actor.ts";
import type { Database } from "../../../platform/database.ts";
import { builder } from "../builder.ts";
import { openStream } from "../open-stream.ts";
import { ModelEventType } from "./enums.ts";

type EventType = (typeof ModelEventType)["$inferType"];

interface ModelEventShape {
  seq: number;
  type: EventType;
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
} as const satisfies Record<StageChangeReason, EventType>;

const ModelEvent = builder.objectRef<ModelEventShape>("ModelEvent").implement({
  description: "A change of the registry.",
  fields: (t) => ({
    seq: t.exposeInt("seq"),
    type: t.expose("type", { type: ModelEventType }),
    model: t.exposeString("model"),
    version: t.exposeInt("version", { nullable: true, description: "Null when it happened to the model as a whole." }),
    name: t.exposeString("name", { nullable: true, description: "Of an alias: its name; of a tag: its key." }),
    actor: t.exposeString("actor", { description: "Who did it, by name." }),
    at: t.expose("at", { type: "DateTime" }),
  }),
});

const pageSize = 200;

async function readModelEvents(
  database: Database,
  after: number,
  model: string | null | undefined,
): Promise<ModelEventShape[]> {
  const page = {
    where: { id: { gt: after }, ...(model ? { model: { name: model } } : {}) },
    orderBy: { id: "asc" },
    take: pageSize,
    include: { model: { select: { name: true } }, version: { select: { version: true } } },
  } as const;
  // Two tables, one log: their ids are of one sequence, given under one lock.
  const [moved, noted] = await Promise.all([database.stageChange.findMany(page), database.modelChange.findMany(page)]);
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
      actor: actorName(actorId),
      at,
    }));
}

builder.subscriptionField("modelEvents", (t) =>
  t.field({
    type: ModelEvent,
    description:
      "Registered, promoted, archived, rolled back, removed, given another name, tag or description: what happens from now on.",
    authScopes: { permission: "models:read" },
    args: { model: t.arg.string() },
    subscribe: (_parent, { model }, context) =>
      openStream(context, async () => {
        const { database, pubSub } = context.services;
        const newest = { orderBy: { id: "desc" }, select: { id: true } } as const;
        const [moved, noted] = await Promise.all([
          database.stageChange.findFirst(newest),
          database.modelChange.findFirst(newest),
        ]);
        return {
          after: Math.max(Number(moved?.id ?? 0), Number(noted?.id ?? 0)),
          read: (after) => readModelEvents(database, after, model),
          subscribe: (wake) => {
            const stops = [pubSub.listen("model_event", wake), pubSub.onGap(wake)];
            return () => stops.forEach((stop) => void stop());
          },
        };
      }),
    resolve: (event) => event,
  }),
);
