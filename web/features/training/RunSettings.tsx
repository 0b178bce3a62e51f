import type { ReactNode } from "react";
import { type FragmentType, graphql, readFragment } from "../../gql/index.ts";
import { Card } from "../../ui/Card.tsx";
import { inWords, percent } from "../../ui/format.ts";
import { Time } from "../../ui/Time.tsx";
import { duration } from "./run-state.ts";
import styles from "./training.module.css";

export const RunSettings_run = graphql(`
  fragment RunSettings_run on TrainingRun {
    id
    algorithm
    testSize
    seed
    params
    rows
    trainRows
    testRows
    queuedAt
    startedAt
    finishedAt
    dataset {
      name
    }
  }
`);

/** What a run was asked to do, on which data, and when. */
export function RunSettings(props: { run: FragmentType<typeof RunSettings_run> }) {
  const run = readFragment(RunSettings_run, props.run);
  const took = duration(run.startedAt, run.finishedAt);
  const counts = run.rows && run.trainRows && run.testRows;
  return (
    <Card title="Settings">
      <dl className={styles.facts}>
        <Fact name="Algorithm">{inWords(run.algorithm)}</Fact>
        <Fact name="Held out">{percent(run.testSize)}</Fact>
        <Fact name="Seed">{run.seed}</Fact>
        {paramsOf(run.params).map(([name, value]) => (
          <Fact key={name} name={name}>
            {value}
          </Fact>
        ))}
        <Fact name="Data set">{run.dataset.name}</Fact>
        {counts && (
          <Fact name="Rows">
            {run.trainRows} to train on, {run.testRows} held out
          </Fact>
        )}
        <Fact name="Asked for">
          <Time at={run.queuedAt} />
        </Fact>
        {took && <Fact name="Took">{took}</Fact>}
      </dl>
    </Card>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The algorithm's own parameters, as far as they can be shown in a line. */
function paramsOf(params: unknown): [string, string][] {
  if (typeof params !== "object" || params === null) return [];
  return Object.entries(params).map(([name, value]) => [name, String(value)]);
}
