import type { CardOf } from "../../chat/reply.ts";
import type { SlotEvidence } from "../../language/interpreter.ts";
import type { PredictionResult } from "../../predictions/predictor.ts";
import { type Outcome, outcome } from "../outcome.ts";
import { code, featureWord, percent, valueLabel, valuesLine } from "../wording.ts";
import type { PredictionHandler } from "./intent-handler.ts";

export const predictIntent: PredictionHandler = { kind: "prediction", actions: ["predict"] };

/** A prediction in words and as a card, with the words that each feature was read from. */
export function predictionOutcome(made: PredictionResult, evidence: SlotEvidence[]): Outcome {
  const { model, version, definition, value, probabilities, features } = made;
  const { classes, positive, unit } = definition.target;
  const labelOf = (name: string) => classes?.find((candidate) => candidate.value === name)?.label ?? name;
  const label = typeof value === "number" ? `${Number(value.toPrecision(4))}${unit ? ` ${unit}` : ""}` : labelOf(value);
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
  const told = positive ?? (typeof value === "string" ? value : undefined);
  const chance = told === undefined ? undefined : probabilities?.[told];
  const sentence =
    chance === undefined || told === undefined
      ? `Predicted ${definition.target.column.replaceAll("_", " ")}: **${label}**`
      : `Most likely **${label}**: the probability of “${labelOf(told)}” is **${percent(chance)}**`;
  return outcome(
    "PREDICTION",
    `${sentence}, for ${valuesLine(definition, features)}. By ${code(model)} version ${version}.`,
    {
      cards: [card],
      suggestions: whatIfs(made),
      focus: { model, features },
    },
  );
}

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
