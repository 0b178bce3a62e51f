import type { Pending } from "../chat/pending.ts";
import type { Card } from "../chat/reply.ts";
import { type Outcome, outcome } from "./outcome.ts";
import { code, featureWord, listWords, valueLabel, valuesLine } from "./wording.ts";

/** A pending request in words and as a card. */
export function questionOutcome(pending: Pending, requestId: string): Outcome {
  switch (pending.kind) {
    case "FEATURES":
      return outcome("MISSING_INPUTS", featuresQuestion(pending), {
        cards: [formCard(pending, requestId)],
        suggestions: featureSuggestions(pending),
        focus: { model: pending.model },
      });
    case "CHOICE":
      return outcome("CLARIFICATION", pending.question, {
        cards: [{ type: "ChoiceCard", requestId, question: pending.question, options: pending.options }],
        suggestions: pending.options.slice(0, 4).map((option) => option.value),
      });
    case "CONFIRMATION": {
      const { action, title, effects, gates, digest, expiresAt } = pending;
      const content = `${title}? This is what will change:\n\n${effects.map((effect) => `- ${effect}`).join("\n")}\n\nSay “yes” to do it, or “no” to leave it.`;
      return outcome("CONFIRMATION_REQUIRED", content, {
        cards: [
          {
            type: "ConfirmationCard",
            requestId,
            action,
            title,
            effects,
            gates,
            destructive: pending.intent === "REMOVE",
            digest,
            expiresAt,
          },
        ],
        suggestions: ["Yes", "No"],
      });
    }
  }
}

function formCard(pending: Extract<Pending, { kind: "FEATURES" }>, requestId: string): Card {
  const { model, version, values, missing, weak } = pending;
  return { type: "FeatureForm", requestId, model, version, values, missing, weak };
}

function featuresQuestion({
  model,
  definition,
  values,
  missing,
  weak,
  problems,
}: Extract<Pending, { kind: "FEATURES" }>): string {
  const guesses = weak.map((item) => {
    const feature = definition.features.find((candidate) => `features.${candidate.name}` === item.slot);
    const value = feature ? values[feature.name] : undefined;
    return feature && value !== undefined
      ? `- ${featureWord(feature)}: **${valueLabel(feature, value)}**, from “${item.text}”`
      : `- “${item.text}”`;
  });
  const weakNames = new Set(weak.map((item) => item.slot.slice("features.".length)));
  const sure = Object.fromEntries(Object.entries(values).filter(([name]) => !weakNames.has(name)));
  const known = valuesLine(definition, sure);
  const asked = definition.features.filter((feature) => missing.includes(feature.name));
  return [
    ...problems,
    ...(known ? [`So far I have: ${known}.`] : []),
    ...(guesses.length > 0 ? [`I would guess from your words (correct me if not):\n\n${guesses.join("\n")}`] : []),
    asked.length === 0
      ? "Is that right? Say “yes” to predict with it."
      : `To predict with ${code(model)} I still need ${listWords(asked.map(featureWord))}:\n\n${asked
          .map((feature) => `- ${feature.question}`)
          .join("\n")}`,
  ].join("\n\n");
}

/** Answers that would do, one for each of the first missing features' categories. */
function featureSuggestions({ definition, missing, weak }: Extract<Pending, { kind: "FEATURES" }>): string[] {
  if (missing.length === 0 && weak.length > 0) return ["Yes"];
  const labels = definition.features
    .filter((feature) => missing.includes(feature.name))
    .map((feature) =>
      feature.kind === "CATEGORICAL" ? feature.categories.map(({ label }) => label.replace(/ \(.*\)$/, "")) : [],
    )
    .filter((options) => options.length > 0);
  const longest = Math.max(0, ...labels.map((options) => options.length));
  return Array.from({ length: Math.min(longest, 3) }, (_, index) =>
    labels.map((options) => options[index % options.length]).join(", "),
  );
}
