/** The measures of the rows that training never saw. */
export function heldOut<M extends { split: string }>(metrics: readonly M[]): M[] {
  return metrics.filter(({ split }) => split === "holdout");
}

/** What guessing without the features gets by a measure. */
export function baselineOf(metrics: readonly { name: string; value: number }[], measure: string): number | undefined {
  return metrics.find(({ name }) => name === `baseline_${measure}`)?.value;
}
