import { z } from "zod";
import type { Model, ModelVersion, StageChange } from "../../prisma/client/client.ts";
import { defineRead } from "../actions/define-action.ts";
import { actorName } from "../identity/actor-name.ts";
import type { Database } from "../platform/database.ts";
import { modelName, pastInstant } from "./inputs.ts";
import { productionAt } from "./production-at.ts";

/** The production version promoted last, of a model when one is named; null when nothing is in production. */
export function findActiveVersion(
  database: Database,
  name?: string,
): Promise<(ModelVersion & { model: Model }) | null> {
  return database.modelVersion.findFirst({
    where: { stage: "PRODUCTION", model: { removedAt: null, ...(name === undefined ? {} : { name }) } },
    orderBy: [{ promotedAt: "desc" }, { id: "desc" }],
    include: { model: true },
  });
}

export interface ActiveVersion extends ModelVersion {
  model: Model;
  /** What brought it into production: who did it, when, because of which message, with which comment and plan. */
  change: StageChange & { actor: string };
}

/** The version that answers predictions when no model is named, or that of a model; now, or at a time. */
export const activeModel = defineRead({
  name: "activeModel",
  title: "Active model",
  description:
    "Tells which version answers predictions when no model is named, or which one does of a model; or which one did at a time, and who had promoted it.",
  permission: "models:read",
  input: z.object({ model: modelName.optional(), at: pastInstant.optional() }),
  async read({ services: { database } }, { model, at }): Promise<ActiveVersion | null> {
    if (at) {
      const found = await productionAt(database, { model, at });
      return found && { ...found.version, change: await named(database, found.change) };
    }
    const active = await findActiveVersion(database, model);
    if (!active) return null;
    const change = await database.stageChange.findFirstOrThrow({
      where: { versionId: active.id, toStage: "PRODUCTION" },
      orderBy: { id: "desc" },
    });
    return { ...active, change: await named(database, change) };
  },
});

async function named(database: Database, change: StageChange): Promise<ActiveVersion["change"]> {
  return { ...change, actor: await actorName(database, change.actorId) };
}
