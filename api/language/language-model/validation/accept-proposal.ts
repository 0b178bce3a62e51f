import type { FeatureValues } from "../../../models/definitions/define-model.ts";
import type { Interpretation, InterpretationContext, PendingContext, SlotEvidence } from "../../interpreter.ts";
import type { Proposal } from "../proposal.ts";
import { acceptFeatures } from "./accept-features.ts";
import { acceptIntent, isSaid, mayAsk } from "./accept-intents.ts";
import type { MessageText } from "./message-text.ts";

/** Most requests that are taken from one message. */
const mostIntents = 8;

export type Accepted = Pick<Interpretation, "act" | "intents" | "answer">;
/** `refused` says why nothing of the proposal counts, as a sentence for a person. */
export type Verdict = Accepted | { refused: string };

const refusals = {
  AFFIRM: "The language model read a yes that the words do not plainly give, so the built-in interpreter answered.",
  CHANGE:
    "The language model read a change that the words do not plainly ask for, so the built-in interpreter answered.",
  NOT_SAID: "The language model read a request that the message does not hold, so the built-in interpreter answered.",
  NOT_ASKED: "The language model read an answer where none was asked for, so the built-in interpreter answered.",
  NO_EVIDENCE:
    "The language model read an answer that the message does not hold, so the built-in interpreter answered.",
  NOTHING: "The language model read nothing in the message, so the built-in interpreter answered.",
} as const;

/**
 * What counts of a proposal. `builtIn` is the built-in interpreter's reading of the same message: what would confirm or change
 * something needs its agreement, or at least not its objection.
 */
export function acceptProposal(
  proposal: Proposal,
  message: MessageText,
  context: InterpretationContext,
  builtIn: Interpretation,
): Verdict {
  switch (proposal.act) {
    case "AFFIRM":
      // What is asked besides ("yes, and list the models") is as the built-in interpreter reads it.
      return builtIn.act === "AFFIRM" ? { act: "AFFIRM", intents: builtIn.intents } : { refused: refusals.AFFIRM };
    case "DENY":
    case "CANCEL":
      return context.pending || builtIn.act === proposal.act
        ? { act: proposal.act, intents: builtIn.act === proposal.act ? builtIn.intents : [] }
        : { refused: refusals.NOT_ASKED };
    case "ANSWER":
      return acceptAnswer(proposal, message, context, builtIn);
    case "REQUEST": {
      const proposed = proposal.intents.slice(0, mostIntents);
      if (proposed.length === 0) return { refused: refusals.NOTHING };
      if (!proposed.every((intent) => mayAsk(intent, message, builtIn))) return { refused: refusals.CHANGE };
      if (!proposed.every((intent) => isSaid(intent, message, builtIn))) return { refused: refusals.NOT_SAID };
      return { act: "REQUEST", intents: proposed.map((intent) => acceptIntent(intent, message, context, builtIn)) };
    }
  }
}

function acceptAnswer(
  { answer }: Proposal,
  message: MessageText,
  { pending, models }: InterpretationContext,
  builtIn: Interpretation,
): Verdict {
  switch (pending?.kind) {
    case "FEATURES": {
      const definition = models.find((model) => model.definition.name === pending.model)?.definition;
      if (!definition) return { refused: refusals.NOT_ASKED };
      const { features, evidence, problems } = acceptFeatures(answer.features, definition, message, builtIn);
      if (evidence.length === 0 && problems.length === 0) return { refused: refusals.NO_EVIDENCE };
      const kept = withoutOverruling(features, evidence, pending.features);
      const values = Object.keys(kept).length > 0 ? { features: kept } : {};
      return { act: "ANSWER", intents: [], answer: { ...values, evidence, problems } };
    }
    case "CHOICE":
      return acceptChoice(answer, message, pending);
    default:
      return { refused: refusals.NOT_ASKED };
  }
}

function acceptChoice(
  { choice, choiceEvidence }: Proposal["answer"],
  message: MessageText,
  { options }: Extract<PendingContext, { kind: "CHOICE" }>,
): Verdict {
  const option = options.find(({ value }) => value === choice);
  const span = message.find(choiceEvidence);
  if (!option || !span) return { refused: refusals.NO_EVIDENCE };
  const evidence = [{ slot: "choice", value: option.value, ...span, weak: false }];
  return { act: "ANSWER", intents: [], answer: { choice: option.value, evidence, problems: [] } };
}

/** A hint doesn't overrule what was said before. */
function withoutOverruling(
  features: FeatureValues,
  evidence: readonly SlotEvidence[],
  before: FeatureValues,
): FeatureValues {
  const weak = new Set(evidence.filter((item) => item.weak).map(({ slot }) => slot));
  return Object.fromEntries(
    Object.entries(features).filter(([name]) => !weak.has(`features.${name}`) || before[name] === undefined),
  );
}
