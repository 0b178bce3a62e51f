import { type FragmentType, graphql, readFragment } from "../../gql/index.ts";
import { Card } from "../../ui/Card.tsx";
import { plainNumber } from "../../ui/format.ts";
import { Link } from "../../ui/Link.tsx";
import { PairTable } from "./PairTable.tsx";
import { TagList } from "./TagList.tsx";
import styles from "./tracking.module.css";

export const LoggedSource_version = graphql(`
  fragment LoggedSource_version on ModelVersion {
    id
    version
    params
    metrics {
      name
      value
      split
    }
    tags {
      key
      value
    }
    origin {
      source
      runId
      run {
        id
        name
        experiment {
          id
        }
      }
      loggedModel {
        id
        name
        experiment {
          id
        }
      }
    }
  }
`);

/** What a program logged of a version that was trained elsewhere: nothing of one that was trained here. */
export function LoggedSource(props: { version: FragmentType<typeof LoggedSource_version> }) {
  const { version, origin, metrics, params, tags } = readFragment(LoggedSource_version, props.version);
  if (!origin) return null;
  const { run, loggedModel, runId, source } = origin;
  const told = metrics
    .filter(({ split }) => split === "logged")
    .map(({ name, value }) => ({ key: name, value: plainNumber(value) }));
  const settings = Object.entries(params as Record<string, unknown>).map(([key, value]) => ({
    key,
    value: typeof value === "string" ? value : JSON.stringify(value),
  }));
  return (
    <Card title={`What was logged of version ${version}`}>
      <div className={styles.stack}>
        <p className={styles.broken}>
          {run ? (
            <>
              Logged by the run{" "}
              <Link href={`/experiments/${run.experiment.id}/runs/${run.id}`}>{run.name || run.id}</Link>
            </>
          ) : runId ? (
            `Logged by the run ${runId}, which is not here`
          ) : (
            "Logged outside of a run"
          )}
          {loggedModel ? (
            <>
              {" "}
              as{" "}
              <Link href={`/experiments/${loggedModel.experiment.id}/models/${loggedModel.id}`}>
                {loggedModel.name}
              </Link>
            </>
          ) : (
            `, from ${source}`
          )}
          .
        </p>
        <div className={styles.twoColumns}>
          {told.length > 0 && <PairTable caption={`Metrics of version ${version}`} pairs={told} />}
          {settings.length > 0 && <PairTable caption={`Parameters of version ${version}`} pairs={settings} />}
        </div>
        <TagList tags={tags} />
      </div>
    </Card>
  );
}
