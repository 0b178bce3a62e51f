import { type FragmentType, graphql, readFragment } from "../../gql/index.ts";
import { Card } from "../../ui/Card.tsx";
import { inWords, metricValue } from "../../ui/format.ts";
import { Notice } from "../../ui/Notice.tsx";
import { Table } from "../../ui/Table.tsx";
import { Time } from "../../ui/Time.tsx";
import styles from "./models.module.css";
import { StageBadge } from "./StageBadge.tsx";
import { VersionActions } from "./VersionActions.tsx";

export const VersionTable_model = graphql(`
  fragment VersionTable_model on Model {
    id
    name
    production {
      id
      version
    }
    versions(first: 50) {
      totalCount
      nodes {
        id
        version
        stage
        algorithm
        createdAt
        createdBy
        metrics {
          name
          value
          split
        }
        ...VersionActions_version
      }
    }
  }
`);

/** A model's versions with their measures, and what can be done with each. */
export function VersionTable(props: { model: FragmentType<typeof VersionTable_model> }) {
  const model = readFragment(VersionTable_model, props.model);
  const { nodes, totalCount } = model.versions;
  const measured = nodes.flatMap(({ metrics }) => held(metrics).map(({ name }) => name));
  const measures = [...new Set(measured)].filter((name) => !name.startsWith("baseline_"));
  return (
    <Card title={`Versions (${totalCount})`} flush>
      {nodes.length === 0 ? (
        <Notice>No version has been trained yet.</Notice>
      ) : (
        <Table
          caption={`Versions of ${model.name}`}
          head={[
            "Version",
            "Stage",
            ...measures.map(inWords),
            "Algorithm",
            "Trained",
            <span key="act" className="visually-hidden">
              Actions
            </span>,
          ]}
        >
          {nodes.map((version) => (
            <tr key={version.id}>
              <th scope="row">v{version.version}</th>
              <td>
                <StageBadge stage={version.stage} />
              </td>
              {measures.map((name) => (
                <Measure key={name} name={name} metrics={held(version.metrics)} />
              ))}
              <td>{inWords(version.algorithm)}</td>
              <td>
                <Time at={version.createdAt} />
                <div className={styles.muted}>by {version.createdBy}</div>
              </td>
              <td>
                <VersionActions model={model.name} production={model.production?.version} version={version} />
              </td>
            </tr>
          ))}
        </Table>
      )}
      {nodes.length < totalCount && <Notice>The newest {nodes.length} versions are shown.</Notice>}
    </Card>
  );
}

/** The measures of the rows that training never saw. */
function held<M extends { split: string }>(metrics: readonly M[]): M[] {
  return metrics.filter(({ split }) => split === "holdout");
}

/** A measure, with what guessing without the features would get below it. */
function Measure({ name, metrics }: { name: string; metrics: readonly { name: string; value: number }[] }) {
  const named = (wanted: string) => metrics.find((metric) => metric.name === wanted)?.value;
  const value = named(name);
  const baseline = named(`baseline_${name}`);
  return (
    <td>
      {value === undefined ? "none" : metricValue(name, value)}
      {baseline !== undefined && <div className={styles.muted}>baseline {metricValue(name, baseline)}</div>}
    </td>
  );
}
