import { type FragmentType, graphql, readFragment } from "../../gql/index.ts";
import { Card } from "../../ui/Card.tsx";
import { inWords } from "../../ui/format.ts";
import { Link } from "../../ui/Link.tsx";
import { Time } from "../../ui/Time.tsx";
import { ComparisonTable } from "./ComparisonTable.tsx";
import { comparePath, factRow, measureRows } from "./comparison.ts";
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
  const numbers = versions.map(({ version }) => version);
  return (
    <Card
      title={`${model}: versions compared`}
      flush
      footer={<Link href={comparePath(model, numbers)}>Parameters, data and coefficients</Link>}
    >
      <ComparisonTable
        caption={`Versions of ${model} compared`}
        versions={numbers}
        rows={[
          ...measureRows(versions, "holdout"),
          factRow(
            "Algorithm",
            versions.map(({ algorithm }) => inWords(algorithm)),
          ),
        ]}
      >
        <tr>
          <th scope="row">Stage</th>
          {versions.map(({ version, stage }) => (
            <td key={version}>
              <StageBadge stage={stage} />
            </td>
          ))}
        </tr>
        <tr>
          <th scope="row">Trained</th>
          {versions.map(({ version, createdAt }) => (
            <td key={version}>
              <Time at={createdAt} />
            </td>
          ))}
        </tr>
      </ComparisonTable>
    </Card>
  );
}
