import { z } from "zod";
import type { Model, ModelVersion, StageChange } from "../../prisma/client/client.ts";
import { defineRead } from "../actions/define-action.ts";
import type { Database } from "../platform/database.ts";
import { modelName, pastInstant } from "./inputs.ts";
import { productionAt } from "./production-at.ts";

/** The production version promoted last, or null when nothing is in production. */
export function findActiveVersion(database: Database): Promise<(ModelVersion & { model: Model }) | null> {
  return database.modelVersion.findFirst({
    where: { stage: "PRODUCTION", model: { removedAt: null } },
    orderBy: [{ promotedAt: "desc" }, { id: "desc" }],
    include: { model: true },
  });
}

/** Later than any change: what is in production now. */
const endOfTime = new Date("9999-12-31T00:00:00Z");

export interface ActiveVersion extends ModelVersion {
  model: Model;
  /** What brought it into production: who did it, when, because of which message, with which comment and plan. */
  change: StageChange;
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
    const found = await productionAt(database, { model, at: at ?? endOfTime });
    return found && { ...found.version, change: found.change };
  },
});
