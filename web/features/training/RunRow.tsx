import { type FragmentType, graphql, readFragment } from "../../gql/index.ts";
import { Badge } from "../../ui/Badge.tsx";
import { headlineMetric, inWords, percent, sentenceCase } from "../../ui/format.ts";
import { Link } from "../../ui/Link.tsx";
import { ProgressBar } from "../../ui/ProgressBar.tsx";
import { Time } from "../../ui/Time.tsx";
import { duration, isLive, runTones } from "./run-state.ts";
import styles from "./training.module.css";
import { useTrainingEvents } from "./use-training-events.ts";

export const RunRow_run = graphql(`
  fragment RunRow_run on TrainingRun {
    id
    model
    status
    progress
    algorithm
    testSize
    seed
    error
    queuedAt
    startedAt
    finishedAt
    metrics {
      name
      value
      split
    }
    version {
      id
      version
    }
  }
`);

const noEvents: [] = [];

/** A run in the list. `followed`: its state and progress change as they come. */
export function RunRow(props: { run: FragmentType<typeof RunRow_run>; followed: boolean }) {
  const run = readFragment(RunRow_run, props.run);
  const live = isLive(run.status);
  useTrainingEvents(run.id, live && props.followed, noEvents);
  const took = duration(run.startedAt, run.finishedAt);
  return (
    <tr>
      <th scope="row">
        <Link href={`/training/${run.id}`}>{run.model}</Link>
      </th>
      <td className={styles.state}>
        <Badge tone={runTones[run.status]}>{sentenceCase(run.status)}</Badge>
        {run.status === "RUNNING" && <ProgressBar value={run.progress} label={`Training of ${run.model}`} />}
      </td>
      <td>
        {inWords(run.algorithm)}
        <div className={styles.muted}>
          {percent(run.testSize)} held out · seed {run.seed}
        </div>
      </td>
      <td>
        {run.version ? (
          <>
            <Link href={`/models/${encodeURIComponent(run.model)}`}>version {run.version.version}</Link>
            <div className={styles.muted}>{headlineMetric(run.metrics)}</div>
          </>
        ) : (
          <span className={styles.muted}>{run.error ?? (live ? "not yet" : "none")}</span>
        )}
      </td>
      <td>
        <Time at={run.queuedAt} />
        {took && <div className={styles.muted}>took {took}</div>}
      </td>
    </tr>
  );
}
