import { z } from "zod";
import { defineWrite, type Scope } from "../../actions/define-action.ts";
import { planDigest } from "../../actions/plan-digest.ts";
import { appendAudit } from "../../audit/append-audit.ts";
import { causeSchema } from "../../audit/audit-events.ts";
import { actorName } from "../../identity/actor-name.ts";
import type { Transaction } from "../../platform/database.ts";
import { ForbiddenError, StalePlanError } from "../../platform/errors.ts";
import { noteModelChange } from "../model-changes.ts";
import { planPromotion } from "../plan-promotion.ts";
import { promotionInput } from "../promotion-input.ts";
import { takeOver } from "../take-over-production.ts";
import { decide, findWaiting, proposalId, type WaitingProposal } from "./proposals.ts";

/** Carries out what another person proposed, exactly as it was shown to them. */
export const approveProposal = defineWrite({
  name: "approveProposal",
  title: "Approve a proposal",
  description:
    "Approves a promotion that another person proposed: it is carried out exactly as it was shown to them, or, when something moved since, not at all.",
  risk: "destructive",
  permission: "models:approve",
  input: z.object({ proposal: proposalId }),
  subject: ({ proposal }) => ({ subject: proposal }),
  async plan(tx, { proposal: id }, { actor, services }) {
    const proposal = await findWaiting(tx, id, services.clock.now());
    if (proposal.proposedBy === actor.id) {
      throw new ForbiddenError(`${actor.name} proposed it, and another person has to approve it.`);
    }
    const input = promotionInput.parse(proposal.input);
    const promotion = await planPromotion(tx, input, services);
    const holds = promotion.gates.every(({ passed }) => passed);
    // Which gate holds no more says more than that something changed.
    if (holds && planDigest("promoteVersion", input, promotion, proposal.expiresAt) !== proposal.planDigest) {
      throw new StalePlanError("Something changed since it was proposed, so nothing was done. Propose it again.");
    }
    return {
      proposal,
      promotion,
      proposer: await actorName(tx, proposal.proposedBy),
      effects: promotion.effects.slice(1),
      gates: promotion.gates,
      basis: { proposal: id, planDigest: proposal.planDigest },
    };
  },
  async execute(tx, _input, { proposal, promotion }, scope) {
    const { model, target } = promotion;
    const { planDigest: digest, proposedBy } = proposal;
    await decide(tx, proposal.id, {
      status: "APPROVED",
      decidedBy: scope.actor.id,
      decidedAt: scope.services.clock.now(),
      decisionComment: scope.cause.comment ?? null,
    });
    // Who promoted it is who proposed it, by their sentence; that another agreed stands beside.
    const proposer = await proposerScope(tx, proposal, scope);
    const summary = `Promoted version ${target.version} of ${model.name} to production; approved by ${scope.actor.name}.`;
    const done = await takeOver(tx, promotion, { reason: "PROMOTED", summary }, proposer, digest);
    await noteModelChange(tx, { model, version: target, kind: "PROPOSAL_APPROVED" }, scope);
    await appendAudit(tx, {
      action: "promoteVersion",
      outcome: "DONE",
      actor: proposer.actor,
      cause: proposer.cause,
      subject: model.name,
      ...done.audit,
    });
    return {
      result: done.result,
      audit: {
        subject: model.name,
        version: target.version,
        summary: `Approved the promotion of version ${target.version} of ${model.name} that ${proposer.actor.name} proposed.`,
        details: { proposalId: proposal.id, planDigest: digest, proposedBy },
        before: { status: "PROPOSED" },
        after: { status: "APPROVED" },
      },
    };
  },
  afterCommit: (_result, { services }) => services.predictor.invalidate(),
});

async function proposerScope(
  tx: Transaction,
  { proposedBy, cause }: WaitingProposal,
  { services }: Scope,
): Promise<Scope> {
  const actor = { id: proposedBy, name: await actorName(tx, proposedBy), permissions: new Set<never>() };
  return { actor, cause: JSON.parse(JSON.stringify(causeSchema.parse(cause))), services };
}
