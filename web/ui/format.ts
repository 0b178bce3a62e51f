const names: Readonly<Record<string, string>> = {
  accuracy: "Accuracy",
  baseline_accuracy: "Baseline accuracy",
  log_loss: "Log loss",
  baseline_log_loss: "Baseline log loss",
  roc_auc: "ROC AUC",
};

/** A metric's or an algorithm's name in words. */
export function inWords(name: string): string {
  return names[name] ?? capitalised(name.replaceAll("_", " "));
}

/** 0.8123 → "81.2%". */
export function percent(fraction: number): string {
  return `${(fraction * 100).toFixed(1)}%`;
}

/** Shares as per cent, everything else with three decimals. */
export function metricValue(name: string, value: number): string {
  return name.endsWith("accuracy") ? percent(value) : value.toFixed(3);
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
