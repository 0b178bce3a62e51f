import { z } from "zod";
import { defineWrite } from "../actions/define-action.ts";
import { ConflictError } from "../platform/errors.ts";
import { modelName, versionNumber } from "./inputs.ts";
import { lockModel } from "./live-models.ts";
import { lockPolicy } from "./production-scope.ts";
import { findVersion, moveStages } from "./stages.ts";
import { versionResult } from "./version-result.ts";

/** Archives a version; one in production stops answering predictions. */
export const archiveVersion = defineWrite({
  name: "archiveVersion",
  title: "Archive a version",
  description: "Archives a version of a model. A version in production is taken off it: predictions by it stop.",
  risk: "destructive",
  permission: "models:write",
  input: z.object({ model: modelName, version: versionNumber }),
  subject: ({ model, version }) => ({ subject: model, version }),
  model: ({ model }) => model,
  async plan(tx, input) {
    await lockPolicy(tx);
    const model = await lockModel(tx, input.model, "archive");
    const target = await findVersion(tx, model, input.version);
    if (target.stage === "ARCHIVED") {
      throw new ConflictError(`Version ${target.version} of ${model.name} is archived already.`);
    }
    const effects =
      target.stage === "PRODUCTION"
        ? [
            `${model.name} version ${target.version} leaves production and is archived; a rollback brings it back.`,
            `No version of ${model.name} answers predictions then.`,
          ]
        : [
            `${model.name} version ${target.version} goes from candidate to archived; promoting it later stays possible.`,
          ];
    return {
      model,
      target,
      effects,
      gates: [],
      basis: { model: model.id, version: target.version, stage: target.stage, artifactSha256: target.artifactSha256 },
    };
  },
  async execute(tx, _input, { model, target }, scope, digest) {
    const move = { model, version: target, to: "ARCHIVED", reason: "ARCHIVED" } as const;
    const changes = await moveStages(tx, [move], scope, digest);
    return versionResult(model, target, {
      summary:
        target.stage === "PRODUCTION"
          ? `Took version ${target.version} of ${model.name} off production.`
          : `Archived version ${target.version} of ${model.name}.`,
      details: { planDigest: digest, changes },
      before: { stage: target.stage },
      after: { stage: "ARCHIVED" },
    });
  },
  afterCommit: (_result, { services }) => services.predictor.invalidate(),
});
