import { z } from "zod";
import type { Model, ModelVersion } from "../../prisma/client/client.ts";
import { defineRead } from "../actions/define-action.ts";
import type { Database } from "../platform/database.ts";

/** The production version promoted last, or null when nothing is in production. */
export function findActiveVersion(database: Database): Promise<(ModelVersion & { model: Model }) | null> {
  return database.modelVersion.findFirst({
    where: { stage: "PRODUCTION", model: { removedAt: null } },
    orderBy: [{ promotedAt: "desc" }, { id: "desc" }],
    include: { model: true },
  });
}

/** The version that answers predictions when no model is named. */
export const activeModel = defineRead({
  name: "activeModel",
  title: "Active model",
  description: "Tells which version answers predictions when no model is named.",
  permission: "models:read",
  input: z.object({}),
  read: ({ services: { database } }) => findActiveVersion(database),
});
