const names: Readonly<Record<string, string>> = {
  roc_auc: "ROC AUC",
  rmse: "RMSE",
  mse: "MSE",
  mae: "MAE",
  mape: "MAPE",
  r2: "R²",
  f1: "F1",
  macro_f1: "Macro F1",
};

/** A metric's, an algorithm's or a feature's name in words: baseline_log_loss → "Baseline log loss". */
export function inWords(name: string): string {
  const baseline = /^baseline_(.+)$/.exec(name)?.[1];
  if (baseline) return `Baseline ${names[baseline] ?? baseline.replaceAll("_", " ")}`;
  return names[name] ?? capitalised(name.replaceAll("_", " "));
}

/** 0.8123 → "81.2%". */
export function percent(fraction: number): string {
  return `${(fraction * 100).toFixed(1)}%`;
}

/** A number as a person reads it: up to four significant digits, whole ones above. */
export function plainNumber(value: number): string {
  const digits = Math.abs(value) >= 1_000 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 4 };
  return new Intl.NumberFormat("en", digits).format(value);
}

/** Shares as per cent; scores and losses with three decimals; errors in the target's unit, which may be large, as plain numbers. */
export function metricValue(name: string, value: number): string {
  if (name.endsWith("accuracy")) return percent(value);
  return Math.abs(value) < 10 ? value.toFixed(3) : plainNumber(value);
}

/** The measures that say most about a model, the first that it has: a classifier's accuracy, a regression's error. */
const headlines = ["accuracy", "rmse", "mae", "r2"];

/** "81.2% accuracy", "RMSE 3.214": the measure that says most, on the rows that training never saw; undefined when there is none. */
export function headlineMetric(metrics: readonly { name: string; value: number; split: string }[]): string | undefined {
  const held = metrics.filter(({ split }) => split === "holdout");
  const found = headlines.flatMap((name) => held.find((metric) => metric.name === name) ?? [])[0];
  if (!found) return undefined;
  const value = metricValue(found.name, found.value);
  return found.name === "accuracy" ? `${value} accuracy` : `${inWords(found.name)} ${value}`;
}

/** Whether a smaller value is the better one: losses and errors. */
export function lessIsBetter(metric: string): boolean {
  return /(^|_)(loss|rmse|mse|mae|mape|error)$/.test(metric);
}

/** An enum's value as a person would write it: TRAINING_STATUS → "Training status". */
export function sentenceCase(constant: string): string {
  return capitalised(constant.toLowerCase().replaceAll("_", " "));
}

/** camelCase as words: promoteVersion → "Promote version". */
export function actionInWords(action: string): string {
  return capitalised(action.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`));
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
