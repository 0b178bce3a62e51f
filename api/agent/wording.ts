import type { Metric } from "../chat/reply.ts";
import type { FeatureDefinition, FeatureValue, ModelDefinition } from "../models/definitions/define-model.ts";

/** A fraction that somebody chose: 0.3 → "30%", 0.125 → "12.5%". */
export function share(value: number): string {
  return `${Number((value * 100).toFixed(1))}%`;
}

/** 0.8123 → "81.2%". */
export function percent(value: number): string {
  return `${(value * 100).toFixed(1)}%`;
}

/** The stage as a sentence says it. */
export function stageWord(stage: string): string {
  return stage === "PRODUCTION" ? "in production" : stage === "ARCHIVED" ? "archived" : "a candidate";
}

export function holdoutMetric(metrics: readonly Metric[], name: string): number | null {
  return metrics.find((metric) => metric.name === name && metric.split === "holdout")?.value ?? null;
}

/** "accuracy 80.1% (always guessing the majority: 59.2%), ROC AUC 0.842, log loss 0.46" — of what there is. */
export function metricsLine(metrics: readonly Metric[]): string {
  const accuracy = holdoutMetric(metrics, "accuracy");
  const baseline = holdoutMetric(metrics, "baseline_accuracy");
  const auc = holdoutMetric(metrics, "roc_auc");
  const loss = holdoutMetric(metrics, "log_loss");
  return [
    ...(accuracy === null
      ? []
      : [
          `accuracy **${percent(accuracy)}**${baseline === null ? "" : ` (always guessing the majority: ${percent(baseline)})`}`,
        ]),
    ...(auc === null ? [] : [`ROC AUC ${auc.toFixed(3)}`]),
    ...(loss === null ? [] : [`log loss ${loss.toFixed(3)}`]),
  ].join(", ");
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

/** "female, third class": the values in the definition's order. */
export function valuesLine(definition: ModelDefinition, values: Record<string, FeatureValue>): string {
  return definition.features
    .flatMap((feature) => {
      const value = values[feature.name];
      return value === undefined ? [] : [valueLabel(feature, value)];
    })
    .join(", ");
}

/** Names of models and versions stand in code marks: they are data, never Markdown. */
export function code(name: string): string {
  return `\`${name.replaceAll("`", "'")}\``;
}
