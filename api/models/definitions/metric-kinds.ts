import type { ModelDefinition } from "./define-model.ts";

/** What a metric's name means. */
export interface MetricKind {
  /** As a sentence says it. */
  title: string;
  better: "HIGHER" | "LOWER";
  /** How its value reads: a fraction as a percentage, a number as it is, or in the unit of what is predicted. */
  reads: "PERCENT" | "NUMBER" | "TARGET_UNIT";
}

/** Every metric of a trained version, by name. `baseline_` before a name: the same of who knows only the training part's target. */
export const metricKinds = {
  accuracy: { title: "accuracy", better: "HIGHER", reads: "PERCENT" },
  roc_auc: { title: "ROC AUC", better: "HIGHER", reads: "NUMBER" },
  log_loss: { title: "log loss", better: "LOWER", reads: "NUMBER" },
  rmse: { title: "RMSE", better: "LOWER", reads: "TARGET_UNIT" },
  mae: { title: "MAE", better: "LOWER", reads: "TARGET_UNIT" },
  r2: { title: "R²", better: "HIGHER", reads: "NUMBER" },
} as const satisfies Record<string, MetricKind>;
export type MetricName = keyof typeof metricKinds;

type Task = ModelDefinition["task"];

/** The metric that is told first of a task's models. */
export const headlineMetric = {
  BINARY_CLASSIFICATION: "accuracy",
  MULTICLASS_CLASSIFICATION: "accuracy",
  REGRESSION: "rmse",
} as const satisfies Record<Task, MetricName>;

/**
 * The metric by which a model has to beat its baseline. For a classification the log loss: where nearly all rows are of one class the
 * accuracy of a good model may be that of always guessing it.
 */
export const decidingMetric = {
  BINARY_CLASSIFICATION: "log_loss",
  MULTICLASS_CLASSIFICATION: "log_loss",
  REGRESSION: "rmse",
} as const satisfies Record<Task, MetricName>;

/** A metric as versions hold it. */
export interface Measured {
  name: string;
  value: number;
  split: string;
}

/** A metric of the holdout, or null. */
export function holdoutValue(metrics: readonly Measured[], name: string): number | null {
  return metrics.find((metric) => metric.name === name && metric.split === "holdout")?.value ?? null;
}

/** Whether `value` of a metric is better than `other`, whichever direction is good. */
export function isBetter(name: MetricName, value: number, other: number): boolean {
  return metricKinds[name].better === "HIGHER" ? value > other : value < other;
}

export interface BaselineComparison {
  metric: MetricName;
  value: number;
  baseline: number;
  beaten: boolean;
}

/** How a version stands against knowing nothing, on the rows held out; null when either was not measured. */
export function compareWithBaseline(task: Task, metrics: readonly Measured[]): BaselineComparison | null {
  const metric = decidingMetric[task];
  const value = holdoutValue(metrics, metric);
  const baseline = holdoutValue(metrics, `baseline_${metric}`);
  return value === null || baseline === null
    ? null
    : { metric, value, baseline, beaten: isBetter(metric, value, baseline) };
}
