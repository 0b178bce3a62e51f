"use client";

import { memo, useState } from "react";
import { useQuery } from "urql";
import { type FragmentType, graphql, readFragment } from "../../gql/index.ts";
import { operation } from "../../graphql/operation.ts";
import { Button } from "../../ui/Button.tsx";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { Card } from "../../ui/Card.tsx";
import { inWords } from "../../ui/format.ts";
import { Notice } from "../../ui/Notice.tsx";
import { Table } from "../../ui/Table.tsx";
import { comparePath, mostCompared } from "./comparison.ts";
import { shownMetrics } from "./shown-metrics.ts";
import { VersionRow } from "./VersionRow.tsx";

export const VersionTable_model = graphql(`
  fragment VersionTable_model on Model {
    id
    name
    versions(first: 50) {
      totalCount
      nodes {
        id
        metrics {
          name
          split
        }
        ...VersionRow_version
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const OlderVersionsQuery = operation(
  graphql(`
    query OlderVersions($model: String!, $after: String!) {
      model(name: $model) {
        id
        versions(first: 50, after: $after) {
          nodes {
            id
            ...VersionRow_version
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  `),
);

/** A model's versions, the newest first, with their measures and what can be done with each; some chosen are compared. */
export const VersionTable = memo(function VersionTable(props: { model: FragmentType<typeof VersionTable_model> }) {
  const { name, versions } = readFragment(VersionTable_model, props.model);
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const onChange = (version: number, wanted: boolean) =>
    setChosen((now) =>
      wanted
        ? [...now, version].slice(-mostCompared).toSorted((one, other) => one - other)
        : now.filter((each) => each !== version),
    );
  const several = versions.totalCount > 1;
  const choice = several ? { chosen, onChange } : undefined;
  const measured = versions.nodes.flatMap(({ metrics }) => shownMetrics(metrics).map((metric) => metric.name));
  const measures = [...new Set(measured)].filter((measure) => !measure.startsWith("baseline_"));
  const head = [
    "Version",
    <span key="act" className="visually-hidden">
      Actions
    </span>,
    ...measures.map(inWords),
    "Registered",
  ];
  return (
    <Card
      title={`Versions (${versions.totalCount})`}
      aside={
        several && (
          <ButtonLink small href={comparePath(name, chosen)}>
            {compareLabel(chosen)}
          </ButtonLink>
        )
      }
      flush
    >
      {versions.nodes.length === 0 ? (
        <Notice>No version has been registered yet.</Notice>
      ) : (
        <Table caption={`Versions of ${name}`} head={head}>
          {versions.nodes.map((version) => (
            <VersionRow key={version.id} model={name} measures={measures} version={version} choice={choice} />
          ))}
          <OlderVersions model={name} measures={measures} page={versions.pageInfo} choice={choice} />
        </Table>
      )}
    </Card>
  );
});

function compareLabel(chosen: readonly number[]): string {
  if (chosen.length === 0) return "Compare the latest two";
  return chosen.length === 1 ? `Compare version ${chosen[0]} with the latest` : `Compare ${chosen.length} versions`;
}

/** The versions after a page, read when they are asked for; below them the ones after. */
function OlderVersions(props: {
  model: string;
  measures: readonly string[];
  page: { hasNextPage: boolean; endCursor?: string | null };
  choice: Parameters<typeof VersionRow>[0]["choice"];
}) {
  const { model, measures, page, choice } = props;
  const [wanted, setWanted] = useState(false);
  const [{ data, fetching }] = useQuery({
    query: OlderVersionsQuery,
    variables: { model, after: page.endCursor ?? "" },
    pause: !wanted,
  });
  const older = data?.model?.versions;
  if (!page.hasNextPage) return null;
  if (!older) {
    return (
      <tr>
        <td colSpan={measures.length + 3}>
          <Button small busy={fetching} onClick={() => setWanted(true)}>
            Show older versions
          </Button>
        </td>
      </tr>
    );
  }
  return (
    <>
      {older.nodes.map((version) => (
        <VersionRow key={version.id} model={model} measures={measures} version={version} choice={choice} />
      ))}
      <OlderVersions model={model} measures={measures} page={older.pageInfo} choice={choice} />
    </>
  );
}
