import { runRead } from "../../actions/run-action.ts";
import { describeModel } from "../../models/describe-model.ts";
import { definitionOf } from "../../models/live-models.ts";
import { promoteVersion } from "../../models/promote-version.ts";
import { approveProposal } from "../../models/proposals/approve-proposal.ts";
import { findProposal } from "../../models/proposals/find-proposal.ts";
import { type DescribedRun, findRun } from "../../training/describe-run.ts";
import type { AgentContext } from "../agent-context.ts";
import { outcome } from "../outcome.ts";
import { code } from "../wording.ts";
import { type ConfirmedHandler, confirmed } from "./intent-handler.ts";
import { takesThePlaceOf } from "./takes-the-place-of.ts";
import { placedVersion, whichModel } from "./which-model.ts";

const promote = confirmed(promoteVersion, {
  heading: ({ model, version }) => `Promote version ${version} of ${model}`,
  question: ({ model, target, replaced }) =>
    `Promote version ${target.version} of ${code(model.name)}? ${takesThePlaceOf(model.id, replaced) ?? "It will be in production and answer predictions."}`,
  async resolve(context, slots) {
    const which = whichModel(context, slots);
    if (!("model" in which)) return which;
    const { model } = which;
    const placed = placedVersion(context, model, slots);
    if (placed) return { input: { model, version: placed } };
    if (context.focus.model !== model || context.focus.version === undefined) {
      const waiting = await runRead(findProposal, { model }, context.scope);
      if (waiting) return { input: { model, version: waiting.version } };
    }
    const run = await runOf(model, context);
    if (run && (run.status === "QUEUED" || run.status === "RUNNING")) {
      // "Train it, then promote it": the reply is about the training, and what it would change is shown when there is something to promote.
      const asked = run.turnId !== null && run.turnId === context.scope.cause.turnId;
      return {
        outcome: outcome(
          asked ? "TRAINING_STARTED" : "TRAINING_STATUS",
          asked
            ? "When it has finished, I’ll show what promoting it would change, and ask you."
            : `${code(model)} is still being trained, so there is nothing new to promote yet. When the training has finished, I’ll show what promoting it would change, and ask you.`,
          {
            cards: [{ type: "TrainingCard", runId: run.id }],
            suggestions: ["How is the training going?"],
            afterRun: run.id,
          },
        ),
      };
    }
    const known = context.world.models.find((candidate) => candidate.definition.name === model);
    const spokenOf = known?.versions.find(
      ({ version }) => context.focus.model === model && version === context.focus.version,
    );
    const latest = known?.versions[0];
    // "Is it live now? Promote it": what is in production already can't be meant while there is something newer.
    const version = (spokenOf?.stage === "PRODUCTION" && latest?.stage === "CANDIDATE" ? latest : (spokenOf ?? latest))
      ?.version;
    if (version) return { input: { model, version } };
    // Says in its own words what there is: an unknown model, or one without a version.
    await runRead(describeModel, { model }, context.scope);
    return {
      outcome: outcome("ERROR", `${code(model)} has no version to promote. Train it first.`, {
        suggestions: [`Train the ${model} model with 30% held out`],
      }),
    };
  },
  async done({ model, version, proposalId }, context) {
    if (proposalId !== null) {
      return outcome(
        "PROPOSED",
        `Proposed: ${code(model)} version ${version} goes into production when another person approves it, which the policy of ${code(model)} asks for. Until then nothing changes.`,
        { suggestions: [`Tell me about ${model}`], focus: { model, version } },
      );
    }
    const described = await runRead(describeModel, { model, version }, context.scope);
    return outcome("PROMOTED", `Done: ${code(model)} version ${version} is in production and answers predictions.`, {
      suggestions: [...definitionOf(described.model).examples, `Who promoted version ${version}?`].slice(0, 3),
      focus: { model, version },
    });
  },
});

/** The training that was spoken of, when it is of this model; else one of it that waits or runs, begun by this very turn. */
async function runOf(model: string, { focus: { runId }, scope }: AgentContext): Promise<DescribedRun | null> {
  const spokenOf = runId ? await runRead(findRun, { runId }, scope) : null;
  if (!runId || spokenOf?.model.name === model) return spokenOf;
  const open = await runRead(findRun, { model, active: true }, scope);
  return open && open.turnId === scope.cause.turnId ? open : null;
}

const approve = confirmed(approveProposal, {
  heading: () => "Approve a promotion",
  question: ({ promotion: { model, target, replaced }, proposer }) =>
    `Approve that version ${target.version} of ${code(model.name)} goes into production, as ${proposer} proposed? ${takesThePlaceOf(model.id, replaced) ?? "It will answer predictions."}`,
  resolve: () => Promise.reject(new Error("a proposal is found by the version that it is about")),
  async done({ model, version }) {
    return outcome(
      "PROMOTED",
      `Done: approved. ${code(model)} version ${version} is in production and answers predictions.`,
      {
        suggestions: [`Who promoted version ${version} of ${model}?`, `Tell me about ${model}`],
        focus: { model, version },
      },
    );
  },
});

/** What waits for a second person is not promoted again, but approved: whoever says so is told if they may not. */
export const promoteIntent: ConfirmedHandler = {
  kind: "confirmed",
  actions: [promoteVersion.name, approveProposal.name],
  async resolve(context, slots) {
    const resolved = await promote.resolve(context, slots);
    const version = "input" in resolved ? promoteVersion.input.parse(resolved.input) : undefined;
    const waiting = version && (await runRead(findProposal, version, context.scope));
    return waiting ? { input: { ...version, proposal: waiting.id } } : resolved;
  },
  plan: (context, input, expiresAt) => chosen(input).plan(context, input, expiresAt),
  execute: (context, input, approval, key) => chosen(input).execute(context, input, approval, key),
};

function chosen(input: unknown): ConfirmedHandler {
  return approveProposal.input.safeParse(input).success ? approve : promote;
}
