import { type FragmentType, graphql, readFragment } from "../../gql/index.ts";
import { Card } from "../../ui/Card.tsx";
import { inWords, lessIsBetter, metricValue } from "../../ui/format.ts";
import { Table } from "../../ui/Table.tsx";
import { Time } from "../../ui/Time.tsx";
import styles from "./models.module.css";
import { StageBadge } from "./StageBadge.tsx";

export const VersionComparison_card = graphql(`
  fragment VersionComparison_card on VersionComparison {
    model
    versions {
      version
      stage
      algorithm
      createdAt
      metrics {
        name
        value
        split
      }
    }
  }
`);

/** Versions side by side; the best of each measure is marked with a word, not by colour alone. */
export function VersionComparison(props: { card: FragmentType<typeof VersionComparison_card> }) {
  const { model, versions } = readFragment(VersionComparison_card, props.card);
  const measured = versions.map((version) => ({
    ...version,
    measures: new Map(
      version.metrics.filter(({ split }) => split === "holdout").map(({ name, value }) => [name, value]),
    ),
  }));
  const names = [...new Set(measured.flatMap(({ measures }) => [...measures.keys()]))];
  return (
    <Card title={`${model}: versions compared`} flush>
      <Table
        caption={`Versions of ${model} compared`}
        head={["Measure", ...measured.map(({ version }) => `Version ${version}`)]}
      >
        <tr>
          <th scope="row">Stage</th>
          {measured.map(({ version, stage }) => (
            <td key={version}>
              <StageBadge stage={stage} />
            </td>
          ))}
        </tr>
        {names.map((name) => {
          const values = measured.flatMap(({ measures }) => measures.get(name) ?? []);
          const best = lessIsBetter(name) ? Math.min(...values) : Math.max(...values);
          const differs = !name.startsWith("baseline_") && values.some((value) => value !== best);
          return (
            <tr key={name}>
              <th scope="row">{inWords(name)}</th>
              {measured.map(({ version, measures }) => {
                const value = measures.get(name);
                return (
                  <td key={version}>
                    {value === undefined ? "none" : metricValue(name, value)}
                    {differs && value === best && <span className={styles.best}>best</span>}
                  </td>
                );
              })}
            </tr>
          );
        })}
        <tr>
          <th scope="row">Algorithm</th>
          {measured.map(({ version, algorithm }) => (
            <td key={version}>{inWords(algorithm)}</td>
          ))}
        </tr>
        <tr>
          <th scope="row">Trained</th>
          {measured.map(({ version, createdAt }) => (
            <td key={version}>
              <Time at={createdAt} />
            </td>
          ))}
        </tr>
      </Table>
    </Card>
  );
}
