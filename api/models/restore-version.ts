import { z } from "zod";
import { defineWrite } from "../actions/define-action.ts";
import { ConflictError } from "../platform/errors.ts";
import { modelName, versionNumber } from "./inputs.ts";
import { lockModel } from "./live-models.ts";
import { findVersion, moveStages } from "./stages.ts";
import { versionResult } from "./version-result.ts";

/** Makes an archived version a candidate again. */
export const restoreVersion = defineWrite({
  name: "restoreVersion",
  title: "Restore a version",
  description: "Makes an archived version of a model a candidate again. What answers predictions stays as it is.",
  risk: "write",
  permission: "models:write",
  input: z.object({ model: modelName, version: versionNumber }),
  subject: ({ model, version }) => ({ subject: model, version }),
  model: ({ model }) => model,
  async plan(tx, input) {
    const model = await lockModel(tx, input.model);
    const target = await findVersion(tx, model, input.version);
    if (target.stage !== "ARCHIVED") {
      throw new ConflictError(
        `Version ${target.version} of ${model.name} is not archived: it is ${target.stage === "PRODUCTION" ? "in production" : "a candidate"}.`,
      );
    }
    if (target.deletedAt !== null) {
      throw new ConflictError(`Version ${target.version} of ${model.name} can't be restored. ${target.problem ?? ""}`);
    }
    return {
      model,
      target,
      effects: [`${model.name} version ${target.version} goes from archived to candidate.`],
      gates: [],
      basis: { model: model.id, version: target.version, stage: target.stage },
    };
  },
  async execute(tx, _input, { model, target }, scope, digest) {
    const move = { model, version: target, to: "CANDIDATE", reason: "RESTORED" } as const;
    const changes = await moveStages(tx, [move], scope, digest);
    return versionResult(model, target, {
      summary: `Restored version ${target.version} of ${model.name} as a candidate.`,
      details: { planDigest: digest, changes },
      before: { stage: "ARCHIVED" },
      after: { stage: "CANDIDATE" },
    });
  },
});
