import { defineWrite } from "../actions/define-action.ts";
import { planPromotion } from "./plan-promotion.ts";
import { promotionInput } from "./promotion-input.ts";
import { proposePromotion } from "./proposals/propose-promotion.ts";
import { takeOver } from "./take-over-production.ts";
import type { VersionResult } from "./version-result.ts";

/** The version that was promoted, or that waits to be. */
export interface PromotionResult extends VersionResult {
  /** What waits for a second person, where the model's policy asks for one; null: it is in production. */
  proposalId: string | null;
}

/** Puts a version into production; what was there is archived. Where the policy asks for a second person, it proposes to. */
export const promoteVersion = defineWrite({
  name: "promoteVersion",
  title: "Promote a version",
  description:
    "Puts a version of a model into production, where it answers predictions. The version it replaces is archived. Where the model's policy asks for a second person, it is proposed to them.",
  risk: "destructive",
  permission: "models:write",
  input: promotionInput,
  subject: ({ model, version }) => ({ subject: model, version }),
  model: ({ model }) => model,
  plan: (tx, input, { services }) => planPromotion(tx, input, services),
  async execute(tx, input, plan, scope, digest) {
    if (plan.policy.approvals > 0) return proposePromotion(tx, input, plan, scope);
    const summary = `Promoted version ${plan.target.version} of ${plan.model.name} to production.`;
    const done = await takeOver(tx, plan, { reason: "PROMOTED", summary }, scope, digest);
    const result: PromotionResult = { ...done.result, proposalId: null };
    return { ...done, result };
  },
  afterCommit: (_result, { services }) => services.predictor.invalidate(),
});
