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

const measures = ["accuracy", "baseline_accuracy", "log_loss", "roc_auc"];

/** A model's versions with their measures, and what can be done with each. */
export function VersionTable(props: { model: FragmentType<typeof VersionTable_model> }) {
  const model = readFragment(VersionTable_model, props.model);
  const { nodes, totalCount } = model.versions;
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
              {measures.map((name) => {
                const measure = version.metrics.find((metric) => metric.name === name && metric.split === "holdout");
                return <td key={name}>{measure ? metricValue(name, measure.value) : "none"}</td>;
              })}
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
