"use client";

import { useState } from "react";
import { useQuery } from "urql";
import { type FragmentType, graphql, readFragment } from "../../gql/index.ts";
import { operation } from "../../graphql/operation.ts";
import { Button } from "../../ui/Button.tsx";
import { FailureNotice } from "../../ui/FailureNotice.tsx";
import { plainNumber } from "../../ui/format.ts";
import { LineChart } from "../../ui/LineChart.tsx";
import { Spinner } from "../../ui/Spinner.tsx";
import { Table } from "../../ui/Table.tsx";
import { curveOf } from "./curve-of.ts";
import { valueInWords } from "./LoggedRunRow.tsx";
import styles from "./tracking.module.css";

export const MetricTable_metric = graphql(`
  fragment MetricTable_metric on LoggedMetric {
    key
    value
    text
    step
    dataset
  }
`);

const MetricHistoryQuery = operation(
  graphql(`
    query MetricHistory($run: ID!, $key: String!) {
      loggedRun(id: $run) {
        id
        metricHistory(key: $key) {
          count
          points {
            value
            step
          }
        }
      }
    }
  `),
);

/** The latest of each metric; how it went is read when it is wanted. @param run the run whose they are, where they are one's */
export function MetricTable(props: { metrics: readonly FragmentType<typeof MetricTable_metric>[]; run?: string }) {
  const metrics = readFragment(MetricTable_metric, props.metrics);
  const [shown, setShown] = useState<string>();
  const { run } = props;
  if (metrics.length === 0) return <p className={styles.muted}>None.</p>;
  return (
    <div className={styles.stack}>
      <Table
        caption="Metrics"
        head={[
          "Metric",
          "Value",
          ...(run
            ? [
                <span key="act" className="visually-hidden">
                  How it went
                </span>,
              ]
            : []),
        ]}
      >
        {metrics.map(({ key, value, text, step, dataset }) => (
          <tr key={`${key} ${dataset ?? ""}`}>
            <th scope="row" className={styles.broken}>
              {key}
              {dataset && <div className={styles.muted}>on {dataset}</div>}
            </th>
            <td title={text}>
              {valueInWords(value, text)}
              {step > 0 && <div className={styles.muted}>step {step}</div>}
            </td>
            {run && (
              <td>
                <Button
                  small
                  aria-expanded={shown === key}
                  aria-label={`History of ${key}`}
                  onClick={() => setShown(shown === key ? undefined : key)}
                >
                  History
                </Button>
              </td>
            )}
          </tr>
        ))}
      </Table>
      {run && shown !== undefined && <MetricCurve key={shown} run={run} metric={shown} />}
    </div>
  );
}

function MetricCurve({ run, metric }: { run: string; metric: string }) {
  const [{ data, error }, refetch] = useQuery({
    query: MetricHistoryQuery,
    variables: { run, key: metric },
    requestPolicy: "cache-and-network",
  });
  const history = data?.loggedRun?.metricHistory;
  if (!history)
    return error ? <FailureNotice error={error} refetch={refetch} /> : <Spinner label={`Reading ${metric}`} />;
  const { xName, points } = curveOf(history.points);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return <p className={styles.muted}>{metric} was told, but never as a number.</p>;
  if (points.length === 1)
    return (
      <p className={styles.muted}>
        {metric} was measured once: {plainNumber(first.y)}.
      </p>
    );
  const left = history.count - points.length;
  return (
    <>
      <LineChart
        title={metric}
        summary={`${metric} went from ${plainNumber(first.y)} to ${plainNumber(last.y)} in ${history.count} measurements.`}
        xName={xName}
        yName={metric}
        points={points}
        format={plainNumber}
      />
      {left > 0 && (
        <p className={styles.muted}>
          {points.length} of {history.count.toLocaleString("en")} measurements, evenly spread.
        </p>
      )}
    </>
  );
}
