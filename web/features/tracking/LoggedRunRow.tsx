import { type FragmentType, graphql, readFragment } from "../../gql/index.ts";
import { Badge } from "../../ui/Badge.tsx";
import { plainNumber, sentenceCase } from "../../ui/format.ts";
import { Link } from "../../ui/Link.tsx";
import { Time } from "../../ui/Time.tsx";
import { duration } from "../training/run-state.ts";
import { loggedRunTones } from "./run-tones.ts";
import styles from "./tracking.module.css";
import { VersionLinks } from "./VersionLinks.tsx";

export const LoggedRunRow_run = graphql(`
  fragment LoggedRunRow_run on LoggedRun {
    id
    name
    status
    startedAt
    endedAt
    startedBy
    metrics {
      key
      value
      text
    }
    params {
      key
      value
    }
    versions {
      id
      ...VersionLinks_version
    }
  }
`);

/** What of a run's metrics and parameters has room in a list. */
const mostShown = 4;

/** A run in the list of its experiment. */
export function LoggedRunRow(props: { experiment: string; run: FragmentType<typeof LoggedRunRow_run> }) {
  const run = readFragment(LoggedRunRow_run, props.run);
  const took = duration(run.startedAt, run.endedAt);
  const metrics = run.metrics.map(({ key, value, text }) => ({ key, value: valueInWords(value, text) }));
  return (
    <tr>
      <th scope="row" className={styles.broken}>
        <Link href={`/experiments/${props.experiment}/runs/${run.id}`}>{run.name || run.id}</Link>
      </th>
      <td>
        <Badge tone={loggedRunTones[run.status]}>{sentenceCase(run.status)}</Badge>
      </td>
      <td className={styles.broken}>
        <Some of={metrics} />
      </td>
      <td className={styles.broken}>
        <Some of={run.params} />
      </td>
      <td>
        {run.versions.length === 0 ? (
          <span className={styles.muted}>none</span>
        ) : (
          <VersionLinks versions={run.versions} />
        )}
      </td>
      <td>
        <Time at={run.startedAt} />
        <div className={styles.muted}>
          {run.startedBy && `by ${run.startedBy}`}
          {took && ` · took ${took}`}
        </div>
      </td>
    </tr>
  );
}

/** A measurement as a person reads it; one that is no number by its word. */
export function valueInWords(value: number | null | undefined, text: string): string {
  return typeof value === "number" ? plainNumber(value) : text;
}

function Some({ of: pairs }: { of: readonly { key: string; value: string }[] }) {
  if (pairs.length === 0) return <span className={styles.muted}>none</span>;
  return (
    <>
      {pairs.slice(0, mostShown).map(({ key, value }) => (
        <div key={key}>
          <span className={styles.muted}>{key}</span> {value.length > 40 ? `${value.slice(0, 40)}…` : value}
        </div>
      ))}
      {pairs.length > mostShown && <div className={styles.muted}>and {pairs.length - mostShown} more</div>}
    </>
  );
}
