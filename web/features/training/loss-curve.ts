import type { ChartPoint } from "../../ui/LineChart.tsx";

interface Measured {
  name: string;
  value: number;
  split: string;
}

interface ToldEvent {
  type: string;
  metrics: readonly Measured[];
}

export interface Curve {
  /** The measure's name: log_loss, rmse. */
  measure: string;
  /** Its value on the training rows after each step that was told, from 0. */
  points: ChartPoint[];
}

/**
 * How the loss fell on the training rows, as a run's events tell it in their order: of the attempt that came last, since each one begins
 * anew. Undefined when no step was told.
 */
export function lossCurve(events: readonly ToldEvent[]): Curve | undefined {
  const begun = events.findLastIndex(({ type }) => type === "STARTED");
  const steps = events.slice(Math.max(0, begun)).flatMap(({ type, metrics }) => {
    // What is measured of a whole model has its rows held out beside; a step has the one number that it lowers.
    const [only, more] = type === "PROGRESS" ? metrics : [];
    return only && !more && only.split === "train" ? only : [];
  });
  const measure = steps[0]?.name;
  if (!measure) return undefined;
  return { measure, points: steps.map(({ value }, x) => ({ x, y: value })) };
}

/** What the curve is to be held against, when the run has been measured: the same of the rows held out, and of who knows none of the features. */
export function marksOf(measure: string, metrics: readonly Measured[]): { name: string; y: number }[] {
  const held = (name: string) => metrics.find((metric) => metric.name === name && metric.split === "holdout")?.value;
  const marks = { "held out": held(measure), baseline: held(`baseline_${measure}`) };
  return Object.entries(marks).flatMap(([name, y]) => (y === undefined ? [] : [{ name, y }]));
}
