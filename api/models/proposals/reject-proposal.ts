import { z } from "zod";
import { defineWrite } from "../../actions/define-action.ts";
import { actorName } from "../../identity/actor-name.ts";
import { lockModels } from "../live-models.ts";
import { noteModelChange } from "../model-changes.ts";
import { decide, findWaiting, proposalId } from "./proposals.ts";

/** Ends a proposal without doing it: by another person, or by the one who made it. */
export const rejectProposal = defineWrite({
  name: "rejectProposal",
  title: "Reject a proposal",
  description: "Rejects a promotion that waits for approval, or withdraws one's own. Nothing else changes.",
  risk: "write",
  permission: "models:write",
  input: z.object({ proposal: proposalId }),
  subject: ({ proposal }) => ({ subject: proposal }),
  async plan(tx, { proposal: id }, { services }) {
    const proposal = await findWaiting(tx, id, services.clock.now());
    const { model, version } = proposal;
    // The proposal's row comes after its model's, as where it is approved.
    await lockModels(tx, [model.id]);
    return {
      proposal,
      effects: [`Version ${version.version} of ${model.name} stays as it is; the proposal to promote it is rejected.`],
      gates: [],
      basis: { proposal: id },
    };
  },
  async execute(tx, _input, { proposal }, scope) {
    const { id, model, version, proposedBy } = proposal;
    await decide(tx, id, {
      status: "REJECTED",
      decidedBy: scope.actor.id,
      decidedAt: scope.services.clock.now(),
      decisionComment: scope.cause.comment ?? null,
    });
    await noteModelChange(tx, { model, version, kind: "PROPOSAL_REJECTED" }, scope);
    const what = `the promotion of version ${version.version} of ${model.name}`;
    return {
      result: { proposalId: id },
      audit: {
        subject: model.name,
        version: version.version,
        summary:
          proposedBy === scope.actor.id
            ? `Withdrew ${what}.`
            : `Rejected ${what} that ${await actorName(tx, proposedBy)} proposed.`,
        details: { proposalId: id, proposedBy },
        before: { status: "PROPOSED" },
        after: { status: "REJECTED" },
      },
    };
  },
});
