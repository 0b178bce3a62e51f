import { inWords, metricValue } from "../../ui/format.ts";
import { LineChart } from "../../ui/LineChart.tsx";
import { type Curve, marksOf } from "./loss-curve.ts";
import styles from "./training.module.css";

/** How the loss fell, step by step, and where it stands beside the rows held out and beside the baseline. */
export function LossChart(props: { curve: Curve; metrics: readonly { name: string; value: number; split: string }[] }) {
  const { measure, points } = props.curve;
  const [first, last] = [points[0], points.at(-1)];
  const name = inWords(measure);
  const format = (value: number) => metricValue(measure, value);
  if (!first || !last) return null;
  // What is solved in one step has no curve: its one number stands in the log.
  if (points.length === 1) {
    return (
      <p className={styles.muted}>
        {name} on the training rows: {format(first.y)}
      </p>
    );
  }
  return (
    <LineChart
      title={`${name} on the training rows`}
      summary={`${name} went from ${format(first.y)} to ${format(last.y)} in ${points.length - 1} steps.`}
      xName="Step"
      yName={name}
      points={points}
      marks={marksOf(measure, props.metrics)}
      format={format}
    />
  );
}
