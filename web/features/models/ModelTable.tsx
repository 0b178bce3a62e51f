import { type FragmentType, graphql, readFragment } from "../../gql/index.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { headlineMetric } from "../../ui/format.ts";
import { Link } from "../../ui/Link.tsx";
import { Table } from "../../ui/Table.tsx";
import styles from "./models.module.css";

export const ModelTable_card = graphql(`
  fragment ModelTable_card on ModelTable {
    rows {
      name
      description
      versions
      production
      latest
      metric {
        name
        value
        split
      }
    }
    trainable {
      name
      description
      command
    }
  }
`);

/** The registered models, and what could be trained. */
export function ModelTable(props: { card: FragmentType<typeof ModelTable_card>; onSay: (message: string) => void }) {
  const { rows, trainable } = readFragment(ModelTable_card, props.card);
  return (
    <>
      {rows.length > 0 && (
        <Card title="Models" flush>
          <Table
            caption="Models"
            head={["Model", "Versions", "Production", "Latest", "Measured"]}
            align={["start", "end", "end", "end", "end"]}
          >
            {rows.map((row) => (
              <tr key={row.name}>
                <th scope="row">
                  <Link href={`/models/${encodeURIComponent(row.name)}`}>{row.name}</Link>
                </th>
                <td data-align="end">{row.versions}</td>
                <td data-align="end">
                  {row.production ? (
                    <Badge tone="good">v{row.production}</Badge>
                  ) : row.latest ? (
                    <Button
                      small
                      aria-label={`Promote v${row.latest} of ${row.name}`}
                      onClick={() => props.onSay(`Promote version ${row.latest} of ${row.name}`)}
                    >
                      Promote v{row.latest}
                    </Button>
                  ) : (
                    "none"
                  )}
                </td>
                <td data-align="end">{row.latest ? `v${row.latest}` : "none"}</td>
                <td data-align="end">{(row.metric && headlineMetric([row.metric])) ?? "not measured"}</td>
              </tr>
            ))}
          </Table>
        </Card>
      )}
      {trainable.length > 0 && (
        <Card title="Ready to train">
          <ul className={styles.trainable}>
            {trainable.map((model) => (
              <li key={model.name}>
                <div>
                  <strong>{model.name}</strong>
                  <p className={styles.muted}>{model.description}</p>
                </div>
                <Button small onClick={() => props.onSay(model.command)}>
                  {model.command}
                </Button>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}
