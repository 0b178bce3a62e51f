import type { Interpretation } from "../../interpreter.ts";
import { type Proposal, type ProposedFeature, type ProposedIntent, proposableSlots } from "../proposal.ts";

const noAnswer: Proposal["answer"] = { choice: "", choiceEvidence: "", features: [] };

/** A request for one thing, as a language model would propose it. */
export function requestOf(
  intent: ProposedIntent["intent"],
  said: string,
  parts: Partial<ProposedIntent> = {},
): Proposal {
  return {
    act: "REQUEST",
    intents: [{ intent, said, confidence: 0.9, slots: [], features: [], ...parts }],
    answer: noAnswer,
  };
}

export function actOf(act: Proposal["act"], answer: Partial<Proposal["answer"]> = {}): Proposal {
  return { act, intents: [], answer: { ...noAnswer, ...answer } };
}

export function feature(name: string, value: string, evidence: string, hint = false): ProposedFeature {
  return { name, value, evidence, hint };
}

/** The proposal of a language model that understands a message just as the given interpretation says. */
export function proposalFrom(message: string, { act, intents, answer }: Interpretation): Proposal {
  const featuresOf = (evidence: Interpretation["intents"][number]["evidence"]) =>
    evidence
      .filter(({ slot }) => slot.startsWith("features."))
      .map(({ slot, value, text, weak }) => feature(slot.slice("features.".length), String(value), text, weak));
  const choice = answer?.choice ?? "";
  return {
    act,
    intents: intents.map(({ intent, confidence, evidence }) => ({
      intent,
      said: message,
      confidence,
      slots: evidence.flatMap(({ slot, value, text }) => {
        const known = proposableSlots.find((candidate) => candidate === slot);
        const values = Array.isArray(value) ? value : [value];
        return known ? values.map((item) => ({ slot: known, value: String(item), evidence: text })) : [];
      }),
      features: featuresOf(evidence),
    })),
    answer: { choice, choiceEvidence: choice === "" ? "" : message, features: featuresOf(answer?.evidence ?? []) },
  };
}
