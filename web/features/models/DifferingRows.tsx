"use client";

import { useState } from "react";
import { useQuery } from "urql";
import { graphql } from "../../gql/index.ts";
import { operation } from "../../graphql/operation.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { FailureNotice } from "../../ui/FailureNotice.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Spinner } from "../../ui/Spinner.tsx";
import { Table } from "../../ui/Table.tsx";
import styles from "./comparison.module.css";
import { featuresInWords, predictionInWords } from "./differing-rows.ts";

const DifferingRowsQuery = operation(
  graphql(`
    query DifferingRows($model: String!, $versions: [Int!]!, $rows: ComparedRows!) {
      compareVersions(model: $model, versions: $versions) {
        __typename
        ... on VersionsCompared {
          holdoutDifferences(rows: $rows, first: 50) {
            __typename
            ... on HoldoutDifferences {
              compared
              heldOutByAll
              total
              rows {
                row
                features
                truth
                predictions {
                  version
                  heldOut
                  value
                  probabilities
                }
              }
            }
            ... on Error {
              code
              message
            }
          }
        }
        ... on Error {
          code
          message
        }
      }
    }
  `),
);

/** The held-out rows on which the versions do not agree; read when they are wanted, since every version predicts them then. */
export function DifferingRows({ model, versions }: { model: string; versions: readonly number[] }) {
  const [wanted, setWanted] = useState(false);
  const [alsoTrained, setAlsoTrained] = useState(false);
  return (
    <Card title="Rows on which they differ" flush={wanted}>
      {wanted ? (
        <Rows model={model} versions={versions} alsoTrained={alsoTrained} onAlsoTrained={setAlsoTrained} />
      ) : (
        <Button small onClick={() => setWanted(true)}>
          Show the rows held out that they predict otherwise
        </Button>
      )}
    </Card>
  );
}

function Rows(props: {
  model: string;
  versions: readonly number[];
  alsoTrained: boolean;
  onAlsoTrained: (wanted: boolean) => void;
}) {
  const { model, versions, alsoTrained } = props;
  const [{ data, error }, refetch] = useQuery({
    query: DifferingRowsQuery,
    variables: { model, versions: [...versions], rows: alsoTrained ? "HELD_OUT_BY_ANY" : "HELD_OUT_BY_ALL" },
  });
  if (!data) {
    return error ? <FailureNotice error={error} refetch={refetch} /> : <Spinner label="Predicting the rows" />;
  }
  const compared = data.compareVersions;
  if (compared.__typename !== "VersionsCompared") return <Notice tone="bad">{compared.message}</Notice>;
  const found = compared.holdoutDifferences;
  if (found.__typename !== "HoldoutDifferences") return <Notice tone="bad">{found.message}</Notice>;
  return (
    <>
      <p className={styles.note}>
        {found.total === 0 ? "They agree" : `They differ on ${found.total}`} of {found.compared} rows
        {alsoTrained ? ` that some of them held out; all held out ${found.heldOutByAll}` : " that all of them held out"}
        .{found.rows.length < found.total && ` The ${found.rows.length} farthest apart are shown.`}{" "}
        <label className={styles.only}>
          <input type="checkbox" checked={alsoTrained} onChange={({ target }) => props.onAlsoTrained(target.checked)} />
          Rows too that some were trained on
        </label>
      </p>
      {found.rows.length > 0 && (
        <Table
          caption="Rows on which the versions differ"
          head={["Row", "Features", "Truth", ...versions.map((version) => `Version ${version}`)]}
        >
          {found.rows.map(({ row, features, truth, predictions }) => (
            <tr key={row}>
              <th scope="row">{row}</th>
              <td>{featuresInWords(features)}</td>
              <td>{String(truth)}</td>
              {predictions.map((prediction) => (
                <td key={prediction.version}>
                  {predictionInWords(prediction)}
                  {!prediction.heldOut && <span className={styles.differs}> trained on it</span>}
                </td>
              ))}
            </tr>
          ))}
        </Table>
      )}
    </>
  );
}
