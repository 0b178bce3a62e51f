import type { z } from "zod";
import type { Done, Scope } from "../../actions/define-action.ts";
import { planDigest } from "../../actions/plan-digest.ts";
import type { Transaction } from "../../platform/database.ts";
import { ConflictError } from "../../platform/errors.ts";
import { noteModelChange } from "../model-changes.ts";
import type { PromotionPlan } from "../plan-promotion.ts";
import type { PromotionResult } from "../promote-version.ts";
import type { promotionInput } from "../promotion-input.ts";
import { expireProposal } from "./expire-proposals.ts";

/** A person who is to decide may be away for some days; what waits longer was made for another world. */
const keptMs = 7 * 24 * 60 * 60_000;

/**
 * Writes down a promotion for another person to approve, with the plan as it is now: it is done only if it is still that one then.
 * @throws {ConflictError} when it waits already
 */
export async function proposePromotion(
  tx: Transaction,
  input: z.output<typeof promotionInput>,
  plan: PromotionPlan,
  scope: Scope,
): Promise<Done<"promoteVersion", PromotionResult>> {
  const { model, target } = plan;
  const proposedAt = scope.services.clock.now();
  const open = await tx.proposal.findFirst({ where: { versionId: target.id, status: "PROPOSED" } });
  if (open && open.expiresAt > proposedAt) {
    throw new ConflictError(`Version ${target.version} of ${model.name} is proposed already, and waits for approval.`);
  }
  if (open) await expireProposal(tx, { ...open, model, version: target }, scope.services);
  const expiresAt = new Date(proposedAt.getTime() + keptMs);
  const digest = planDigest("promoteVersion", input, plan, expiresAt);
  const proposal = await tx.proposal.create({
    data: {
      modelId: model.id,
      versionId: target.id,
      input,
      effects: plan.effects,
      gates: plan.gates.map((gate) => ({ ...gate })),
      planDigest: digest,
      proposedBy: scope.actor.id,
      proposedAt,
      expiresAt,
      cause: { ...scope.cause },
    },
  });
  await noteModelChange(tx, { model, version: target, kind: "PROPOSED" }, scope);
  return {
    result: { versionId: target.id, model: model.name, version: target.version, proposalId: proposal.id },
    audit: {
      action: "proposePromotion",
      summary: `Proposed to promote version ${target.version} of ${model.name}; it waits for a second person.`,
      details: { proposalId: proposal.id, planDigest: digest, expiresAt: expiresAt.toISOString() },
      before: null,
      after: { status: "PROPOSED" },
    },
  };
}
