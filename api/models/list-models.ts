import { z } from "zod";
import type { Model, ModelVersion } from "../../prisma/client/client.ts";
import { defineRead } from "../actions/define-action.ts";
import type { ModelDefinition } from "./definitions/define-model.ts";
import { shippedDefinitions } from "./definitions/index.ts";
import { liveModels } from "./live-models.ts";
import { countVersions, newestVersions } from "./newest-versions.ts";

export interface ListedModel {
  model: Omit<Model, "definition">;
  versions: number;
  production: ModelVersion | null;
  latest: ModelVersion | null;
}

export interface ModelList {
  /** The oldest first, as many as were asked for. */
  models: ListedModel[];
  /** How many there are in all. */
  total: number;
  /** Shipped definitions that are not registered: never trained, or removed. */
  trainable: ModelDefinition[];
}

const shippedNames = shippedDefinitions.map(({ name }) => name);

/** The registered models, oldest first, and what could be trained besides. */
export const listModels = defineRead({
  name: "listModels",
  title: "List models",
  description: "Lists the registered models with their production versions, and the models that can be trained.",
  permission: "models:read",
  input: z.object({ limit: z.int().min(1).max(100).default(50) }),
  async read({ services: { database } }, { limit }): Promise<ModelList> {
    const [models, total, registered] = await Promise.all([
      database.model.findMany({ where: liveModels, orderBy: { id: "asc" }, take: limit, omit: { definition: true } }),
      database.model.count({ where: liveModels }),
      database.model.findMany({ where: { name: { in: shippedNames }, ...liveModels }, select: { name: true } }),
    ]);
    const ids = models.map(({ id }) => id);
    const [counts, recent, production] = await Promise.all([
      countVersions(database, ids),
      newestVersions(database, ids, 1),
      database.modelVersion.findMany({ where: { modelId: { in: ids }, stage: "PRODUCTION" } }),
    ]);
    const latest = await database.modelVersion.findMany({
      where: { id: { in: [...recent.values()].flatMap(([newest]) => newest?.id ?? []) } },
    });
    const productionOf = new Map(production.map((version) => [version.modelId, version]));
    const latestOf = new Map(latest.map((version) => [version.modelId, version]));
    const names = new Set(registered.map(({ name }) => name));
    return {
      total,
      models: models.map((model) => ({
        model,
        versions: counts.get(model.id) ?? 0,
        production: productionOf.get(model.id) ?? null,
        latest: latestOf.get(model.id) ?? null,
      })),
      trainable: shippedDefinitions.filter((definition) => !names.has(definition.name)),
    };
  },
});
