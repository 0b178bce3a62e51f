import { z } from "zod";
import { defineWrite } from "../actions/define-action.ts";
import { ConflictError } from "../platform/errors.ts";
import { modelName } from "./inputs.ts";
import { lockModel } from "./live-models.ts";
import { productionStack } from "./production-history.ts";
import { lockPolicy, moveStages, productionOf } from "./stages.ts";
import { planTakeOver, takeOverMoves } from "./take-over-production.ts";
import { versionResult } from "./version-result.ts";

/** Brings back the version that was in production before. */
export const rollback = defineWrite({
  name: "rollback",
  title: "Roll back a model",
  description:
    "Brings back the version of a model that was in production before the present one, or, when none is in production, the last that was.",
  risk: "destructive",
  permission: "models:write",
  input: z.object({ model: modelName }),
  subject: ({ model }) => ({ subject: model }),
  async plan(tx, input) {
    await lockPolicy(tx);
    const model = await lockModel(tx, input.model);
    const current = await productionOf(tx, model.id);
    const changes = await tx.stageChange.findMany({ where: { modelId: model.id }, orderBy: { id: "asc" } });
    const stack = productionStack(changes).filter((id) => id !== current?.id);
    const target = stack.length > 0 ? await tx.modelVersion.findUnique({ where: { id: stack.at(-1) ?? "" } }) : null;
    if (!target) {
      throw new ConflictError(
        current
          ? `There is nothing to roll back to: version ${current.version} is the first of ${model.name} that was in production.`
          : `There is nothing to roll back to: no version of ${model.name} was ever in production.`,
      );
    }
    return planTakeOver(tx, model, target);
  },
  async execute(tx, _input, plan, scope, digest) {
    const changes = await moveStages(tx, takeOverMoves(plan, "ROLLED_BACK"), scope, digest);
    return versionResult(plan.model, plan.target, {
      summary: `Rolled ${plan.model.name} back to version ${plan.target.version}.`,
      details: { planDigest: digest, changes: changes.toReversed() },
      before: {
        production: plan.replaced.map((old) => `${old.model.name}/${old.version.version}`),
        stage: plan.target.stage,
      },
      after: { production: [`${plan.model.name}/${plan.target.version}`], stage: "PRODUCTION" },
    });
  },
  afterCommit: (_result, { services }) => services.predictor.invalidate(),
});
