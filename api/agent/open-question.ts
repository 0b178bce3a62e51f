import type { Pending, PendingOf } from "../chat/pending.ts";
import { readAboutChange, readAboutChoice, readAboutFeature } from "../language/asides/index.ts";
import type { Interpretation } from "../language/interpreter.ts";
import { possibleValues } from "../models/definitions/possible-values.ts";
import { type Outcome, outcome } from "./outcome.ts";
import { code, featureWord, listWords } from "./wording.ts";

/**
 * The reply to a question about the question that waits: what would change by a yes, why a feature is needed, what if one does not know
 * it. The question itself stays open, and is asked again after. Null for any other message.
 */
export function aboutOpenQuestion(
  message: string,
  { act, intents }: Pick<Interpretation, "act" | "intents">,
  pending: Pending,
): Outcome | null {
  const isElse = intents.some(({ intent, slots }) =>
    pending.kind === "FEATURES" && /^(?:LIST_MODELS|MODEL_DETAILS)$/.test(intent)
      ? slots.model !== undefined
      : pending.kind === "FEATURES" && intent === "PREDICT"
        ? Object.keys(slots.features ?? {}).length > 0
        : intent !== "OUT_OF_SCOPE" && intent !== "HELP",
  );
  if (act !== "REQUEST" || isElse) return null;
  switch (pending.kind) {
    case "CONFIRMATION":
      return ofConfirmation(message, pending);
    case "FEATURES":
      return ofFeatures(message, pending);
    case "CHOICE":
      return ofChoice(message);
  }
}

function ofChoice(message: string): Outcome | null {
  switch (readAboutChoice(message)) {
    case "WHICH":
      return outcome("CLARIFICATION", "These are the ones to choose from.");
    case "CANNOT_SAY":
      return outcome("CLARIFICATION", "I can’t tell either which one you mean. Say “never mind” to leave it at that.");
    case undefined:
      return null;
  }
}

function ofConfirmation(message: string, { effects, gates, expiresAt }: PendingOf<"CONFIRMATION">): Outcome | null {
  switch (readAboutChange(message)) {
    case "NOT_NOW": {
      const until = `${expiresAt.slice(11, 16)} UTC`;
      return outcome("CLARIFICATION", `All right, nothing is done yet. The question stays open until ${until}.`);
    }
    case "WHAT_CHANGES": {
      const lines = [...effects, ...gates.map(({ detail }) => `Checked: ${detail}`)].map((line) => `- ${line}`);
      return outcome("HELP", `If you say yes:\n${lines.join("\n")}`);
    }
    case undefined:
      return null;
  }
}

function ofFeatures(message: string, { model, definition, missing }: PendingOf<"FEATURES">): Outcome | null {
  const asked = readAboutFeature(message, definition.features, missing);
  if (!asked) return null;
  const { description } = asked.feature;
  const word = `**${featureWord(asked.feature)}**`;
  switch (asked.kind) {
    case "CANNOT_SAY":
      return outcome(
        "CLARIFICATION",
        `${code(model)} makes no prediction without the ${word}. Say the likeliest, and then ask what if it was another; or say “never mind”.`,
      );
    case "WHY": {
      const reads = listWords(definition.features.map(featureWord));
      return outcome(
        "HELP",
        `${code(model)} learnt from ${reads}, and needs all of them for a prediction. The ${word}: ${description}`,
      );
    }
    case "VAGUE":
      return outcome("CLARIFICATION", `The ${word} has to be a number: ${possibleValues(asked.feature)}.`);
    case "WHAT_IS_IT":
      return outcome("HELP", `The ${word}: ${description} It can be ${possibleValues(asked.feature)}.`);
  }
}
