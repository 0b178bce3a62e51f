import type { z } from "zod";
import type { Services } from "../actions/services.ts";
import type { Transaction } from "../platform/database.ts";
import { ConflictError, StaleAliasError } from "../platform/errors.ts";
import { checkArtifact } from "./artifact-gate.ts";
import { findModel, lockModel } from "./live-models.ts";
import { type Policy, readPolicy } from "./policy/policy.ts";
import { policyGatesOf } from "./policy/policy-gates.ts";
import { lockPolicy } from "./production-scope.ts";
import type { promotionInput } from "./promotion-input.ts";
import { findVersion, productionOf } from "./stages.ts";
import { planTakeOver, type TakeOverPlan } from "./take-over-production.ts";

export interface PromotionPlan extends TakeOverPlan {
  policy: Policy;
}

/**
 * What it would change to promote a version, and whether the model's policy allows it.
 * @throws {DomainError} when there is no such version, it is in production already, or another one is than was expected
 */
export async function planPromotion(
  tx: Transaction,
  input: z.output<typeof promotionInput>,
  { artifacts }: Pick<Services, "artifacts">,
): Promise<PromotionPlan> {
  // Files are read before anything is locked: others need not wait for a disk.
  const named = await findModel(tx, input.model);
  const candidate = await findVersion(tx, named, input.version);
  const checked = await checkArtifact(artifacts, named, candidate);
  const measured = await policyGatesOf(
    tx,
    {
      model: named,
      target: candidate,
      production: await productionOf(tx, named.id),
      policy: await readPolicy(tx, named.id),
    },
    { artifacts },
  );
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
  const policy = await readPolicy(tx, model.id);
  const { gates } = await policyGatesOf(tx, { model, target, production: current, policy }, { artifacts }, measured);
  const plan = await planTakeOver(tx, model, target, { artifacts, checked });
  const waits = `It waits for a second person's approval first: the policy of ${model.name} asks for one.`;
  return {
    ...plan,
    policy,
    effects: [...(policy.approvals > 0 ? [waits] : []), ...plan.effects],
    gates: [...plan.gates, ...gates],
    basis: { ...plan.basis, modelPolicy: policy.revision },
  };
}
