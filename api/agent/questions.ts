import type { Pending, PendingOf } from "../chat/pending.ts";
import type { Card } from "../chat/reply.ts";
import type { FeatureDefinition } from "../models/definitions/define-model.ts";
import { type Outcome, outcome } from "./outcome.ts";
import { code, featureWord, listWords, valueLabel, valuesLine } from "./wording.ts";

/** Values that a sentence names before it leaves the rest to the form. */
const mostNamed = 8;

/**
 * A pending request in words and as a card. The words are enough to answer by, for a client without cards, and short: what a card
 * lists they don't list again.
 */
export function questionOutcome(pending: Pending, requestId: string): Outcome {
  const { content, suggestions } = inWords(pending);
  switch (pending.kind) {
    case "FEATURES":
      return outcome("MISSING_INPUTS", content, {
        cards: [formCard(pending, requestId)],
        suggestions,
        focus: { model: pending.model },
      });
    case "CHOICE": {
      const { question, options } = pending;
      return outcome("CLARIFICATION", content, {
        cards: [{ type: "ChoiceCard", requestId, question, options }],
        suggestions,
      });
    }
    case "CONFIRMATION": {
      const { action, title, effects, gates, digest, expiresAt, about } = pending;
      const destructive = pending.intent === "REMOVE";
      return outcome("CONFIRMATION_REQUIRED", content, {
        cards: [{ type: "ConfirmationCard", requestId, action, title, effects, gates, destructive, digest, expiresAt }],
        suggestions,
        focus: about ? { model: about.model, version: about.version } : {},
      });
    }
  }
}

/** The question again, after something else was served in between: in words alone, since its card stands in the thread already. */
export function reminder(pending: Pending): Pick<Outcome, "content" | "suggestions"> {
  const asked = pending.kind === "FEATURES" ? { ...pending, problems: [] } : pending;
  const { content, suggestions } = inWords(asked);
  return { content: `Back to the open question. ${content}`, suggestions };
}

function inWords(pending: Pending): Pick<Outcome, "content" | "suggestions"> {
  switch (pending.kind) {
    case "FEATURES":
      return { content: featuresQuestion(pending), suggestions: featureSuggestions(pending) };
    case "CHOICE": {
      const values = pending.options.map((option) => option.value);
      const named = values.slice(0, mostNamed).map(code);
      const answers = values.length > mostNamed ? `${named.join(", ")}, …` : listWords(named, "or");
      return { content: `${pending.question} Say ${answers}.`, suggestions: values.slice(0, 4).map(asSaid) };
    }
    case "CONFIRMATION":
      return {
        content: `${pending.question || `${pending.title}?`} Say “yes” or “no”.`,
        suggestions: ["Yes", "No"],
      };
  }
}

/** A version's number alone says little on a button. */
function asSaid(value: string): string {
  return /^\d+$/.test(value) ? `Version ${value}` : value;
}

function formCard(pending: PendingOf<"FEATURES">, requestId: string): Card {
  const { model, version, values, missing, weak } = pending;
  return { type: "FeatureForm", requestId, model, version, values, missing, weak };
}

function featuresQuestion({ model, definition, values, missing, weak, problems }: PendingOf<"FEATURES">): string {
  const guesses = weak.map((item) => {
    const feature = definition.features.find((candidate) => `features.${candidate.name}` === item.slot);
    const value = feature ? values[feature.name] : undefined;
    return feature && value !== undefined
      ? `${featureWord(feature)} **${valueLabel(feature, value)}** (“${item.text}”)`
      : `“${item.text}”`;
  });
  const weakNames = new Set(weak.map((item) => item.slot.slice("features.".length)));
  const sure = Object.fromEntries(Object.entries(values).filter(([name]) => !weakNames.has(name)));
  const known = valuesLine(definition, sure);
  const asked = definition.features.filter((feature) => missing.includes(feature.name));
  const [only] = asked;
  return [
    ...problems,
    ...(known ? [`So far I have: ${known}.`] : []),
    ...(guesses.length > 0 ? [`From your words I would guess ${listWords(guesses)}; correct me if not.`] : []),
    only === undefined
      ? "Is that right? Say “yes” to predict with it."
      : asked.length === 1
        ? only.question
        : `To predict with ${code(model)} I still need ${listWords(asked.map(wordWithValues))}.`,
  ].join(" ");
}

/** "**port** (Cherbourg, Queenstown or Southampton)", "**bill length** (in mm)". */
function wordWithValues(feature: FeatureDefinition): string {
  const word = `**${featureWord(feature)}**`;
  if (feature.kind === "NUMERIC") return feature.unit ? `${word} (in ${feature.unit})` : word;
  const labels = feature.categories.map(({ label }) => plainLabel(label));
  return labels.length > mostNamed ? word : `${word} (${listWords(labels, "or")})`;
}

/** A category's label without the explanation in brackets. */
function plainLabel(label: string): string {
  return label.replace(/ \(.*\)$/, "");
}

/** Answers that would do, one for each of the first missing features' categories. */
function featureSuggestions({ definition, missing, weak }: PendingOf<"FEATURES">): string[] {
  if (missing.length === 0 && weak.length > 0) return ["Yes"];
  const labels = definition.features
    .filter((feature) => missing.includes(feature.name))
    .map((feature) => (feature.kind === "CATEGORICAL" ? feature.categories.map(({ label }) => plainLabel(label)) : []))
    .filter((options) => options.length > 0);
  const longest = Math.max(0, ...labels.map((options) => options.length));
  return Array.from({ length: Math.min(longest, 3) }, (_, index) =>
    labels.map((options) => options[index % options.length]).join(", "),
  );
}
