import type { FeatureDefinition, FeatureValue, ModelDefinition } from "../models/definitions/define-model.ts";
import { holdoutValue, type MetricName, metricKinds } from "../models/definitions/metric-kinds.ts";
import type { Metric } from "../models/metric.ts";

/** A fraction that somebody chose: 0.3 → "30%", 0.125 → "12.5%". */
export function share(value: number): string {
  return `${Number((value * 100).toFixed(1))}%`;
}

/** 0.8123 → "81.2%". */
export function percent(value: number): string {
  return `${(value * 100).toFixed(1)}%`;
}

/** A probability, to a tenth of a percent; never a certainty: 0.99999 → "over 99.9%". */
export function chance(probability: number): string {
  if (probability >= 0.9995) return "over 99.9%";
  return probability < 0.0005 ? "under 0.1%" : percent(probability);
}

/** A predicted number, as precisely as it is worth saying: 24.3127 → "24.3", 4213.4 → "4213", 0.05123 → "0.0512". */
export function estimate(value: number, unit: string | undefined): string {
  const size = Math.abs(value);
  const number = size >= 100 ? Math.round(value) : size >= 1 ? Number(value.toFixed(1)) : Number(value.toPrecision(3));
  return unit ? `${number} ${unit}` : String(number);
}

/** The stage as a sentence says it. */
export function stageWord(stage: string): string {
  return stage === "PRODUCTION" ? "in production" : stage === "ARCHIVED" ? "archived" : "a candidate";
}

/** The value of a metric: "80.1%", "0.842", or in the unit of what is predicted "3.86 mpg". */
export function metricValue(name: MetricName, value: number, unit: string | undefined): string {
  switch (metricKinds[name].reads) {
    case "PERCENT":
      return percent(value);
    case "NUMBER":
      return value.toFixed(3);
    case "TARGET_UNIT":
      return `${Number(value.toPrecision(3))}${unit ? ` ${unit}` : ""}`;
  }
}

/** What a baseline of the metric does. */
const baselines: Partial<Record<MetricName, string>> = {
  accuracy: "always guessing the majority",
  rmse: "always saying the mean",
};
const told: readonly MetricName[] = ["accuracy", "roc_auc", "log_loss", "rmse", "mae", "r2"];

/**
 * What there is of the holdout: "accuracy 80.1% (always guessing the majority: 59.2%), ROC AUC 0.842, log loss 0.460", or "RMSE 3.86 mpg
 * (always saying the mean: 8.41 mpg), MAE 2.77 mpg, R² 0.776".
 * @param unit of what is predicted
 */
export function metricsLine(metrics: readonly Metric[], unit?: string): string {
  return told
    .flatMap((name) => {
      const value = holdoutValue(metrics, name);
      if (value === null) return [];
      const beside = baselines[name];
      if (!beside) return [`${metricKinds[name].title} ${metricValue(name, value, unit)}`];
      const baseline = holdoutValue(metrics, `baseline_${name}`);
      const compared = baseline === null ? "" : ` (${beside}: ${metricValue(name, baseline, unit)})`;
      return [`${metricKinds[name].title} **${metricValue(name, value, unit)}**${compared}`];
    })
    .join(", ");
}

/** At most so many of what a program logged are told in a sentence: the card has them all. */
const mostLogged = 6;

/**
 * How good a version is, to stand after what it is: ": accuracy **80.1%** …". Of one that was trained elsewhere, what was logged with it;
 * nothing where nothing is known.
 * @param unit of what is predicted
 */
export function measuredAs(metrics: readonly Metric[], unit?: string): string {
  const line = metricsLine(metrics, unit) || loggedLine(metrics);
  return line && `: ${line}`;
}

/** The same as a sentence of its own, with a space before it. */
export function measuredSentence(metrics: readonly Metric[], unit?: string): string {
  const heldOut = metricsLine(metrics, unit);
  if (heldOut) return ` On the rows held out: ${heldOut}.`;
  const logged = loggedLine(metrics);
  return logged && ` As it was logged: ${logged}.`;
}

/** Whose unit is not known: the numbers alone. */
function loggedLine(metrics: readonly Metric[]): string {
  return metrics
    .filter(({ split }) => split === "logged")
    .slice(0, mostLogged)
    .map(({ name, value }) => `${code(name)} ${Number(value.toPrecision(4))}`)
    .join(", ");
}

/** A feature's value as a person says it: a category's label, or the number with its unit. */
export function valueLabel(feature: FeatureDefinition, value: FeatureValue): string {
  if (feature.kind === "CATEGORICAL") {
    return feature.categories.find((category) => category.value === value)?.label ?? String(value);
  }
  return feature.unit ? `${value} ${feature.unit}` : String(value);
}

/** What a feature is called in a sentence: "port", "age group". */
export function featureWord({ label, name }: Pick<FeatureDefinition, "label" | "name">): string {
  return label ?? name.replaceAll("_", " ");
}

export function listWords(words: readonly string[], last = "and"): string {
  return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}

/** "female, third class", "bill length 39.1 mm, Dream": the values in the definition's order; a number needs its feature's name. */
export function valuesLine(definition: ModelDefinition, values: Record<string, FeatureValue>): string {
  return definition.features
    .flatMap((feature) => {
      const value = values[feature.name];
      if (value === undefined) return [];
      const label = valueLabel(feature, value);
      return [feature.kind === "NUMERIC" ? `${featureWord(feature)} ${label}` : label];
    })
    .join(", ");
}

/** Names of models and versions stand in code marks: they are data, never Markdown. */
export function code(name: string): string {
  return `\`${name.replaceAll("`", "'")}\``;
}

/** Longest part of a person's message that a reply repeats. */
const mostQuoted = 120;

/** What a person said, repeated: one line, cut where it is long, and data like a name. */
export function quoted(message: string): string {
  const line = message.replace(/\s+/g, " ").trim();
  return code(
    line.length > mostQuoted
      ? `${line
          .slice(0, mostQuoted - 1)
          .toWellFormed()
          .trimEnd()}…`
      : line,
  );
}
