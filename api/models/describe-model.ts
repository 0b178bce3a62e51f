import { z } from "zod";
import type { Dataset, Model, ModelVersion } from "../../prisma/client/client.ts";
import { defineRead } from "../actions/define-action.ts";
import { modelName, versionNumber } from "./inputs.ts";
import { findModel } from "./live-models.ts";
import { findVersion } from "./stages.ts";

export interface ModelDescription {
  model: Model;
  /** The version asked for; else the one in production; else the latest; null when there is none. */
  version: (ModelVersion & { dataset: Dataset | null }) | null;
}

/** A model, with the version that one would ask about. */
export const describeModel = defineRead({
  name: "describeModel",
  title: "Describe a model",
  description: "Tells about a model and one of its versions: stage, metrics, features and data.",
  permission: "models:read",
  input: z.object({ model: modelName, version: versionNumber.optional() }),
  async read({ services: { database } }, input): Promise<ModelDescription> {
    const model = await findModel(database, input.model);
    const wanted =
      input.version === undefined
        ? ((await database.modelVersion.findFirst({ where: { modelId: model.id, stage: "PRODUCTION" } })) ??
          (await database.modelVersion.findFirst({ where: { modelId: model.id }, orderBy: { version: "desc" } })))
        : await findVersion(database, model, input.version);
    if (!wanted) return { model, version: null };
    const dataset = wanted.datasetId ? await database.dataset.findUnique({ where: { id: wanted.datasetId } }) : null;
    return { model, version: { ...wanted, dataset } };
  },
});
