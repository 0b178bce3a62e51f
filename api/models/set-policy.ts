import { z } from "zod";
import { defineWrite } from "../actions/define-action.ts";
import { ConflictError } from "../platform/errors.ts";
import { modelName } from "./inputs.ts";
import { lockModel } from "./live-models.ts";
import { noteModelChange } from "./model-changes.ts";
import { policyGates, readPolicy } from "./policy/policy.ts";

/** Says what a version of a model must hold to go into production, and whether a second person has to agree. */
export const setPolicy = defineWrite({
  name: "setPolicy",
  title: "Set a model's policy",
  description:
    "Sets what a version of a model must hold to be promoted, and whether a second person has to approve it. It takes the place of the policy before, as a whole. A rollback is free of it.",
  risk: "write",
  permission: "models:policy",
  input: z.object({
    model: modelName,
    gates: policyGates,
    /** Persons who have to agree besides the one who promotes. */
    approvals: z.int().min(0).max(1).default(0),
    /** The revision that the caller has seen; omitted: whatever is there. */
    expectedRevision: z.int().min(0).nullish(),
  }),
  subject: ({ model }) => ({ subject: model }),
  async plan(tx, input) {
    const model = await lockModel(tx, input.model);
    const previous = await readPolicy(tx, model.id);
    if (typeof input.expectedRevision === "number" && input.expectedRevision !== previous.revision) {
      throw new ConflictError(
        `The policy of ${model.name} is at revision ${previous.revision} by now, not ${input.expectedRevision}. Look at it, and set it again.`,
      );
    }
    return {
      model,
      previous,
      effects: [`Promotions of ${model.name} are held to the new policy from now on.`],
      gates: [],
      basis: { model: model.id, previous: previous.revision },
    };
  },
  async execute(tx, { gates, approvals }, { model, previous }, scope) {
    const revision = previous.revision + 1;
    const policy = {
      revision,
      gates: JSON.parse(JSON.stringify(gates)),
      approvals,
      changedAt: scope.services.clock.now(),
      changedBy: scope.actor.id,
    };
    await tx.modelPolicy.upsert({
      where: { modelId: model.id },
      create: { modelId: model.id, ...policy },
      update: policy,
    });
    await noteModelChange(tx, { model, kind: "POLICY_SET" }, scope);
    const result = { modelId: model.id, revision };
    return {
      result,
      audit: {
        summary: `Set the policy of ${model.name} (revision ${revision}).`,
        details: { revision },
        before: { gates: previous.gates, approvals: previous.approvals },
        after: { gates, approvals },
      },
    };
  },
});
