"use client";

import { memo, useState } from "react";
import { type FragmentType, graphql, readFragment } from "../../gql/index.ts";
import { Card } from "../../ui/Card.tsx";
import { Field, inputClass } from "../../ui/Field.tsx";
import { inWords, lessIsBetter, metricValue } from "../../ui/format.ts";
import { LineChart } from "../../ui/LineChart.tsx";
import styles from "./models.module.css";
import { shownMetrics } from "./shown-metrics.ts";

export const MetricsOverVersions_model = graphql(`
  fragment MetricsOverVersions_model on Model {
    id
    versions(first: 50) {
      nodes {
        id
        version
        metrics {
          name
          value
          split
        }
      }
    }
  }
`);

/** How a measure went from version to version, on the rows that training never saw, or as it was logged. Of one version there is nothing to draw. */
export const MetricsOverVersions = memo(function MetricsOverVersions(props: {
  model: FragmentType<typeof MetricsOverVersions_model>;
}) {
  const { versions } = readFragment(MetricsOverVersions_model, props.model);
  const [picked, setPicked] = useState<string>();
  const measured = versions.nodes
    .map(({ version, metrics }) => ({ version, metrics: shownMetrics(metrics) }))
    .toSorted((one, other) => one.version - other.version);
  const names = [...new Set(measured.flatMap(({ metrics }) => metrics.map(({ name }) => name)))];
  const measures = names.filter((name) => !name.startsWith("baseline_"));
  const measure = measures.find((name) => name === picked) ?? measures[0];
  if (measured.length < 2 || !measure) return null;

  const measureOf = (metrics: readonly { name: string; value: number }[], name: string) =>
    metrics.find((metric) => metric.name === name)?.value;
  const points = measured.flatMap(({ version, metrics }) => {
    const y = measureOf(metrics, measure);
    return y === undefined ? [] : [{ x: version, y }];
  });
  const [first, last] = [points[0], points.at(-1)];
  const baseline = measureOf(measured.at(-1)?.metrics ?? [], `baseline_${measure}`);
  const format = (value: number) => metricValue(measure, value);
  const isLogged = measured.some(({ metrics }) => metrics.some(({ split }) => split === "logged"));
  return (
    <Card title="From version to version">
      <div className={styles.stack}>
        <div className={styles.measure}>
          <Field label="Measure">
            {(ids) => (
              <select
                {...ids}
                className={inputClass}
                value={measure}
                onChange={(event) => setPicked(event.target.value)}
              >
                {measures.map((name) => (
                  <option key={name} value={name}>
                    {inWords(name)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
        {first && last && (
          <LineChart
            title={`${inWords(measure)} ${isLogged ? "as logged" : "on held-out rows"}; ${lessIsBetter(measure) ? "less" : "more"} is better`}
            summary={`${inWords(measure)} of version ${first.x} is ${format(first.y)}, of version ${last.x} ${format(last.y)}.`}
            xName="Version"
            yName={inWords(measure)}
            points={points}
            marks={baseline === undefined ? [] : [{ name: "baseline", y: baseline }]}
            format={format}
          />
        )}
      </div>
    </Card>
  );
});
