/**
 * The measures to show of a version: those of the rows that training never saw; of one that was trained elsewhere, those that its program
 * told.
 */
export function shownMetrics<M extends { split: string }>(metrics: readonly M[]): M[] {
  const of = (split: string) => metrics.filter((metric) => metric.split === split);
  const held = of("holdout");
  return held.length > 0 ? held : of("logged");
}

/** What guessing without the features gets by a measure. */
export function baselineOf(metrics: readonly { name: string; value: number }[], measure: string): number | undefined {
  return metrics.find(({ name }) => name === `baseline_${measure}`)?.value;
}
