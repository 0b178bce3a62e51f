import type { CardOf } from "../../chat/reply.ts";
import type { SlotEvidence } from "../../language/interpreter.ts";
import type { PredictionResult } from "../../predictions/predictor.ts";
import { type Outcome, outcome } from "../outcome.ts";
import { chance, code, estimate, featureWord, valueLabel, valuesLine } from "../wording.ts";
import type { PredictionHandler } from "./intent-handler.ts";

export const predictIntent: PredictionHandler = { kind: "prediction", actions: ["predict"] };

/**
 * A prediction in words and as a card, with the words that each feature was read from. A value that was said and could not be used,
 * of a feature that may be left out, is told first. `version` is the one that was named for it.
 */
export function predictionOutcome(
  made: PredictionResult,
  { evidence, problems, version: named }: { evidence: SlotEvidence[]; problems: readonly string[]; version?: number },
): Outcome {
  const { model, version, definition, value, probabilities, features } = made;
  const { classes, positive, unit } = definition.target;
  const labelOf = (name: string) => classes?.find((candidate) => candidate.value === name)?.label ?? name;
  const label = typeof value === "number" ? estimate(value, unit) : labelOf(value);
  const inputs = definition.features.flatMap((feature) => {
    const given = features[feature.name];
    if (given === undefined) return [];
    const from = evidence.find((item) => item.slot === `features.${feature.name}`);
    return [
      {
        name: feature.name,
        title: featureWord(feature),
        description: feature.description,
        value: given,
        label: valueLabel(feature, given),
        evidence: from?.text ?? null,
        weak: from?.weak ?? false,
      },
    ];
  });
  const card: CardOf<"PredictionCard"> = {
    type: "PredictionCard",
    model,
    version,
    value,
    label,
    probabilities,
    positive: positive ?? null,
    features,
    inputs,
    evidence,
  };
  return outcome(
    "PREDICTION",
    `${problems.map((problem) => `${problem} `).join("")}${sentenceOf(made, label)}, for ${valuesLine(definition, features)}. By ${code(model)} version ${version}.`,
    {
      cards: [card],
      suggestions: whatIfs(made),
      focus: { model, features, featuresOf: model, featuresVersion: named },
    },
  );
}

/**
 * "Most likely survived: the probability of “survived” is 81.2%"; "Gentoo, with a probability of 98.1% (Adelie 1.6%, Chinstrap 0.3%)";
 * "About 24.3 mpg".
 */
function sentenceOf({ definition, value, probabilities }: PredictionResult, label: string): string {
  if (!probabilities || typeof value === "number") return `About **${label}**`;
  const { classes = [], positive } = definition.target;
  const chanceOf = (name: string) => chance(probabilities[name] ?? 0);
  if (positive !== undefined) {
    const told = classes.find((item) => item.value === positive)?.label ?? positive;
    return `Most likely **${label}**: the probability of “${told}” is **${chanceOf(positive)}**`;
  }
  const others = classes
    .filter((item) => item.value !== value)
    .sort((a, b) => (probabilities[b.value] ?? 0) - (probabilities[a.value] ?? 0))
    .slice(0, mostOthers)
    .map((item) => `${item.label} ${chanceOf(item.value)}`);
  return `Most likely **${label}**, with a probability of **${chanceOf(value)}** (${others.join(", ")})`;
}

/** Other classes whose probabilities are told, the likeliest first. */
const mostOthers = 4;

/** The same case with one feature moved. */
function whatIfs({ definition, features }: PredictionResult): string[] {
  return definition.features
    .flatMap((feature) => {
      if (feature.kind !== "CATEGORICAL") return [];
      const other = feature.categories.find((category) => category.value !== features[feature.name]);
      return other ? [`What if it was ${other.label.replace(/ \(.*\)$/, "")}?`] : [];
    })
    .slice(0, 2);
}
