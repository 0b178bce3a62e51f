"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { useQuery } from "urql";
import { graphql } from "../../gql/index.ts";
import { operation } from "../../graphql/operation.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { FailureNotice } from "../../ui/FailureNotice.tsx";
import { Link } from "../../ui/Link.tsx";
import { Spinner } from "../../ui/Spinner.tsx";
import { Table } from "../../ui/Table.tsx";
import { Time } from "../../ui/Time.tsx";
import { Page } from "../shell/Page.tsx";
import { pathOfClientLink } from "./client-link.ts";
import styles from "./tracking.module.css";

const ExperimentsQuery = operation(
  graphql(`
    query Experiments($after: String) {
      experiments(first: 50, after: $after) {
        nodes {
          id
          name
          createdAt
          runCount
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `),
);

/** What programs logged, by experiment. Links that MLflow's client prints come here, and are led on to what they mean. */
export function ExperimentsScreen() {
  const router = useRouter();
  const [cursors, setCursors] = useState<(string | null)[]>([null]);
  // The part behind the # reaches nobody but the browser.
  useEffect(() => {
    const path = pathOfClientLink(window.location.hash);
    if (path) router.replace(path);
  }, [router]);
  return (
    <Page
      title="Experiments"
      lead="What programs logged through MLflow's client: runs, with what they told of themselves."
    >
      {cursors.map((after, index) => (
        <ExperimentPage
          key={after ?? "first"}
          after={after}
          onMore={index === cursors.length - 1 ? (next) => setCursors((all) => [...all, next]) : undefined}
        />
      ))}
    </Page>
  );
}

function ExperimentPage({ after, onMore }: { after: string | null; onMore: ((cursor: string) => void) | undefined }) {
  const [{ data, error, fetching }, refetch] = useQuery({
    query: ExperimentsQuery,
    variables: { after },
    requestPolicy: "cache-and-network",
  });
  if (!data) {
    if (error) return <FailureNotice error={error} refetch={refetch} />;
    return fetching ? <Spinner label="Reading the experiments" /> : null;
  }
  const { nodes, pageInfo } = data.experiments;
  const { endCursor } = pageInfo;
  return (
    <Card title={after ? "Older" : undefined} flush>
      <Table caption="Experiments" head={["Experiment", "Runs", "Created"]} stacks>
        {nodes.map(({ id, name, runCount, createdAt }) => (
          <tr key={id}>
            <th scope="row" className={styles.broken}>
              <Link href={`/experiments/${id}`}>{name}</Link>
            </th>
            <td>{runCount === 0 ? "none" : `${runCount.toLocaleString("en")} ${runCount === 1 ? "run" : "runs"}`}</td>
            <td>
              <Time at={createdAt} />
            </td>
          </tr>
        ))}
      </Table>
      {onMore && pageInfo.hasNextPage && endCursor && (
        <div className={styles.more}>
          <Button small onClick={() => onMore(endCursor)}>
            Show older experiments
          </Button>
        </div>
      )}
    </Card>
  );
}
