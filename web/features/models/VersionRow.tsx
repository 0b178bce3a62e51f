import { type FragmentType, graphql, readFragment } from "../../gql/index.ts";
import { inWords, metricValue } from "../../ui/format.ts";
import { Time } from "../../ui/Time.tsx";
import styles from "./models.module.css";
import { StageBadge } from "./StageBadge.tsx";
import { baselineOf, shownMetrics } from "./shown-metrics.ts";
import { VersionActions } from "./VersionActions.tsx";

export const VersionRow_version = graphql(`
  fragment VersionRow_version on ModelVersion {
    id
    version
    stage
    algorithm
    createdAt
    createdBy
    description
    metrics {
      name
      value
      split
    }
    ...VersionActions_version
  }
`);

/** A version: where it stands, what can be done with it, how good it is, how it came to be. */
export function VersionRow(props: {
  model: string;
  measures: readonly string[];
  /** What is said at the head of each measure. */
  baselines: ReadonlyMap<string, number | undefined>;
  /** The others were made otherwise. */
  tellsAlgorithm: boolean;
  version: FragmentType<typeof VersionRow_version>;
  /** Where versions can be chosen: whether this one is, and what to do when that changes. */
  choice?: { chosen: readonly number[]; onChange: (version: number, chosen: boolean) => void } | undefined;
}) {
  const version = readFragment(VersionRow_version, props.version);
  return (
    <tr>
      <th scope="row">
        <span className={styles.version}>
          {props.choice ? (
            <label className={styles.choose}>
              <input
                type="checkbox"
                aria-label={`Choose version ${version.version} to compare`}
                checked={props.choice.chosen.includes(version.version)}
                onChange={({ target }) => props.choice?.onChange(version.version, target.checked)}
              />
              v{version.version}
            </label>
          ) : (
            `v${version.version}`
          )}{" "}
          <StageBadge stage={version.stage} />
        </span>
      </th>
      <td>
        <VersionActions model={props.model} version={version} />
      </td>
      {props.measures.map((name) => (
        <Measure
          key={name}
          name={name}
          metrics={shownMetrics(version.metrics)}
          headBaseline={props.baselines.get(name)}
        />
      ))}
      <td className={styles.made}>
        <Time at={version.createdAt} />{" "}
        <span className={styles.muted}>
          by {version.createdBy}
          {props.tellsAlgorithm && ` · ${inWords(version.algorithm)}`}
        </span>
        {version.description && (
          <p className={styles.described} title={version.description}>
            {version.description}
          </p>
        )}
      </td>
    </tr>
  );
}

/** A measure; with what guessing without the features would get, where that is not said at the head. */
function Measure(props: {
  name: string;
  metrics: readonly { name: string; value: number; split: string }[];
  headBaseline: number | undefined;
}) {
  const { name, metrics, headBaseline } = props;
  const measured = metrics.find((metric) => metric.name === name);
  const baseline = headBaseline === undefined ? baselineOf(metrics, name) : undefined;
  return (
    <td>
      {measured ? metricValue(name, measured.value) : "none"}
      {measured?.split === "logged" && <div className={styles.muted}>as logged</div>}
      {baseline !== undefined && <div className={styles.muted}>baseline {metricValue(name, baseline)}</div>}
    </td>
  );
}
