import { z } from "zod";
import type { Model, ModelVersion } from "../../prisma/client/client.ts";
import { defineRead } from "../actions/define-action.ts";
import type { ModelDefinition } from "./definitions/define-model.ts";
import { shippedDefinitions } from "./definitions/index.ts";
import { liveModels } from "./live-models.ts";

export interface ListedModel {
  model: Model;
  versions: number;
  production: ModelVersion | null;
  latest: ModelVersion | null;
  /** The newest hundred, the newest first. */
  recent: Pick<ModelVersion, "version" | "stage">[];
}

export interface ModelList {
  models: ListedModel[];
  /** Shipped definitions that are not registered: never trained, or removed. */
  trainable: ModelDefinition[];
}

/** The registered models, oldest first, and what could be trained besides. */
export const listModels = defineRead({
  name: "listModels",
  title: "List models",
  description: "Lists the registered models with their production versions, and the models that can be trained.",
  permission: "models:read",
  input: z.object({ limit: z.int().min(1).max(100).default(50) }),
  async read({ services: { database } }, { limit }): Promise<ModelList> {
    const models = await database.model.findMany({
      where: liveModels,
      orderBy: { id: "asc" },
      take: limit,
      include: {
        _count: { select: { versions: true } },
        versions: { orderBy: { version: "desc" }, take: 100, select: { version: true, stage: true } },
      },
    });
    const shown = models.flatMap(({ id, versions }) =>
      versions
        .filter((version, index) => index === 0 || version.stage === "PRODUCTION")
        .map(({ version }) => ({ modelId: id, version })),
    );
    const details = shown.length > 0 ? await database.modelVersion.findMany({ where: { OR: shown } }) : [];
    const names = new Set(models.map((model) => model.name));
    return {
      models: models.map(({ _count, versions, ...model }) => ({
        model,
        versions: _count.versions,
        production: details.find((version) => version.modelId === model.id && version.stage === "PRODUCTION") ?? null,
        latest:
          details.find((version) => version.modelId === model.id && version.version === versions[0]?.version) ?? null,
        recent: versions,
      })),
      trainable: shippedDefinitions.filter((definition) => !names.has(definition.name)),
    };
  },
});
