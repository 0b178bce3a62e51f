import { memo } from "react";
import { type FragmentType, graphql, readFragment } from "../../gql/index.ts";
import { inWords, metricValue } from "../../ui/format.ts";
import styles from "./MetricList.module.css";

export const MetricList_metric = graphql(`
  fragment MetricList_metric on Metric {
    name
    value
    split
  }
`);

/** A version's measures on the part of the data it never saw, each beside what guessing without the features would get. */
export const MetricList = memo(function MetricList({
  metrics,
}: {
  metrics: readonly FragmentType<typeof MetricList_metric>[];
}) {
  const holdout = readFragment(MetricList_metric, metrics).filter((metric) => metric.split === "holdout");
  const baselines = new Map(holdout.map((metric) => [metric.name, metric.value]));
  const shown = holdout.filter((metric) => !metric.name.startsWith("baseline_"));
  if (shown.length === 0) return null;
  return (
    <dl className={styles.metrics}>
      {shown.map((metric) => {
        const baseline = baselines.get(`baseline_${metric.name}`);
        return (
          <div key={metric.name} className={styles.metric}>
            <dt>{inWords(metric.name)}</dt>
            <dd>
              <span className={styles.value}>{metricValue(metric.name, metric.value)}</span>
              {baseline !== undefined && (
                <span className={styles.baseline}>baseline {metricValue(metric.name, baseline)}</span>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
});
