import { z } from "zod";
import type { Model, ModelVersion } from "../../prisma/client/client.ts";
import { defineRead } from "../actions/define-action.ts";
import { ConflictError } from "../platform/errors.ts";
import { modelName, versionNumber } from "./inputs.ts";
import { findModel } from "./live-models.ts";
import { findVersion } from "./stages.ts";

export interface VersionsCompared {
  model: Model;
  versions: ModelVersion[];
}

/** Versions of a model side by side: those named, or the latest two. */
export const compareVersions = defineRead({
  name: "compareVersions",
  title: "Compare versions",
  description:
    "Puts versions of a model side by side: stage, algorithm, metrics, parameters, data and coefficients. Without versions: the latest two.",
  permission: "models:read",
  input: z.object({ model: modelName, versions: z.array(versionNumber).max(10).default([]) }),
  async read({ services: { database } }, input): Promise<VersionsCompared> {
    const model = await findModel(database, input.model);
    const wanted = [...new Set(input.versions)];
    if (wanted.length > 1) {
      return { model, versions: await Promise.all(wanted.map((version) => findVersion(database, model, version))) };
    }
    const latest = await database.modelVersion.findMany({
      where: { modelId: model.id, ...(wanted[0] ? { version: { not: wanted[0] } } : {}) },
      orderBy: { version: "desc" },
      take: 2 - wanted.length,
    });
    const named = wanted[0] ? [await findVersion(database, model, wanted[0])] : [];
    const versions = [...named, ...latest].sort((a, b) => a.version - b.version);
    if (versions.length < 2) {
      throw new ConflictError(
        `${model.name} has ${versions.length || "no"} version${versions.length === 1 ? "" : "s"}: there is nothing to compare yet.`,
      );
    }
    return { model, versions };
  },
});
