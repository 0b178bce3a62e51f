import { memo } from "react";
import { type FragmentType, graphql, readFragment } from "../../gql/index.ts";
import { inWords, metricValue } from "../../ui/format.ts";
import styles from "./MetricList.module.css";
import { shownMetrics } from "./shown-metrics.ts";

export const MetricList_metric = graphql(`
  fragment MetricList_metric on Metric {
    name
    value
    split
  }
`);

/**
 * A version's measures on the part of the data it never saw, each beside what guessing without the features would get; or those that were
 * logged with it.
 */
export const MetricList = memo(function MetricList({
  metrics,
}: {
  metrics: readonly FragmentType<typeof MetricList_metric>[];
}) {
  const measured = shownMetrics(readFragment(MetricList_metric, metrics));
  const baselines = new Map(measured.map((metric) => [metric.name, metric.value]));
  const shown = measured.filter((metric) => !metric.name.startsWith("baseline_"));
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
              {metric.split === "logged" && <span className={styles.baseline}>as logged</span>}
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
