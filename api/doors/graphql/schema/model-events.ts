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
} as const satisfies Record<StageChangeReason, EventType>;

const ModelEvent = builder.objectRef<ModelEventShape>("ModelEvent").implement({
  description: "A change of the registry.",
  fields: (t) => ({
    seq: t.exposeInt("seq"),
    type: t.expose("type", { type: ModelEventType }),
    model: t.exposeString("model"),
    version: t.exposeInt("version", { nullable: true, description: "Null when the whole model was removed." }),
    actor: t.exposeString("actor", { description: "Who did it, by name." }),
    at: t.expose("at", { type: "DateTime" }),
  }),
});

async function readModelEvents(
  database: Database,
  after: number,
  model: string | null | undefined,
): Promise<ModelEventShape[]> {
  const changes = await database.stageChange.findMany({
    where: { id: { gt: after }, ...(model ? { model: { name: model } } : {}) },
    orderBy: { id: "asc" },
    take: 200,
    include: { model: { select: { name: true } }, version: { select: { version: true } } },
  });
  return changes.map(({ id, reason, model: of, version, actorId, at }) => ({
    seq: Number(id),
    type: typeOf[reason],
    model: of.name,
    version: version?.version ?? null,
    actor: actorName(actorId),
    at,
  }));
}

builder.subscriptionField("modelEvents", (t) =>
  t.field({
    type: ModelEvent,
    description: "Registered, promoted, archived, rolled back, removed: what happens from now on.",
    authScopes: { permission: "models:read" },
    args: { model: t.arg.string() },
    subscribe: (_parent, { model }, context) =>
      openStream(context, async () => {
        const { database, pubSub } = context.services;
        const last = await database.stageChange.findFirst({ orderBy: { id: "desc" }, select: { id: true } });
        return {
          after: Number(last?.id ?? 0),
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
