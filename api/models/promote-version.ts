import { z } from "zod";
import { defineWrite } from "../actions/define-action.ts";
import { ConflictError, StaleAliasError } from "../platform/errors.ts";
import { checkArtifact } from "./artifact-gate.ts";
import { modelName, versionNumber } from "./inputs.ts";
import { findModel, lockModel } from "./live-models.ts";
import { lockPolicy } from "./production-scope.ts";
import { findVersion, productionOf } from "./stages.ts";
import { planTakeOver, takeOver } from "./take-over-production.ts";

/** Puts a version into production; what was there is archived. */
export const promoteVersion = defineWrite({
  name: "promoteVersion",
  title: "Promote a version",
  description:
    "Puts a version of a model into production, where it answers predictions. The version it replaces is archived.",
  risk: "destructive",
  permission: "models:write",
  input: z.object({
    model: modelName,
    version: versionNumber,
    /** The version that the caller believes to be in production; 0 for none. Omitted or null: whatever is there. */
    expectedCurrent: z.int().min(0).nullish(),
  }),
  subject: ({ model, version }) => ({ subject: model, version }),
  async plan(tx, input, { services: { artifacts } }) {
    // The file is read before anything is locked: others need not wait for a disk.
    const named = await findModel(tx, input.model);
    const checked = await checkArtifact(artifacts, named, await findVersion(tx, named, input.version));
    await lockPolicy(tx);
    const model = await lockModel(tx, input.model);
    const target = await findVersion(tx, model, input.version);
    const current = await productionOf(tx, model.id);
    const { expectedCurrent } = input;
    if (expectedCurrent !== null && expectedCurrent !== undefined && expectedCurrent !== (current?.version ?? 0)) {
      throw new StaleAliasError(
        current
          ? `Version ${current.version} of ${model.name} is in production, not ${expectedCurrent || "none"}. Nothing was changed.`
          : `No version of ${model.name} is in production, not version ${expectedCurrent}. Nothing was changed.`,
        current?.version ?? null,
      );
    }
    if (target.stage === "PRODUCTION") {
      throw new ConflictError(`Version ${target.version} of ${model.name} is in production already.`);
    }
    return planTakeOver(tx, model, target, { artifacts, checked });
  },
  execute: (tx, _input, plan, scope, digest) =>
    takeOver(
      tx,
      plan,
      { reason: "PROMOTED", summary: `Promoted version ${plan.target.version} of ${plan.model.name} to production.` },
      scope,
      digest,
    ),
  afterCommit: (_result, { services }) => services.predictor.invalidate(),
});
