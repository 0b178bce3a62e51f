"use client";

import { useRouter, useSearchParams } from "next/navigation";
import { useState } from "react";
import { useQuery } from "urql";
import { graphql } from "../../gql/index.ts";
import { operation } from "../../graphql/operation.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { FailureNotice } from "../../ui/FailureNotice.tsx";
import { Link } from "../../ui/Link.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Spinner } from "../../ui/Spinner.tsx";
import { Table } from "../../ui/Table.tsx";
import { Page } from "../shell/Page.tsx";
import { LoggedRunRow } from "./LoggedRunRow.tsx";
import { RunFilterForm } from "./RunFilterForm.tsx";
import { runsOfAddress } from "./runs-of-address.ts";
import { TagList } from "./TagList.tsx";
import styles from "./tracking.module.css";

const ExperimentQuery = operation(
  graphql(`
    query Experiment($id: ID!, $filter: String, $orderBy: [String!], $after: String) {
      experiment(id: $id) {
        id
        name
        deletedAt
        tags {
          key
          value
        }
        runCount(filter: $filter)
        runs(first: 50, after: $after, filter: $filter, orderBy: $orderBy) {
          nodes {
            id
            ...LoggedRunRow_run
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

/** An experiment: its runs, which can be found and sorted as MLflow does. The address holds both. */
export function ExperimentScreen({ id }: { id: string }) {
  const router = useRouter();
  const address = useSearchParams();
  const [filter, order] = [address.get("filter") ?? "", address.get("order") ?? ""];
  const [{ data, error, fetching }, refetch] = useQuery({
    query: ExperimentQuery,
    variables: runsOfAddress(id, address),
    requestPolicy: "cache-and-network",
  });
  const experiment = data?.experiment;
  const name = experiment?.name ?? "Experiment";
  return (
    <Page title={name} lead={<Link href="/experiments">All experiments</Link>}>
      {experiment?.deletedAt && (
        <Notice tone="warn">This experiment is deleted. MLflow's client can restore it.</Notice>
      )}
      {experiment && <TagList tags={experiment.tags} />}
      <RunFilterForm
        key={`${filter} ${order}`}
        filter={filter}
        order={order}
        onFilter={(next) => router.push(`/experiments/${id}${next}`)}
      />
      {data && !experiment && !fetching ? (
        <Notice>
          There is no such experiment. <Link href="/experiments">All experiments</Link>
        </Notice>
      ) : error && !data ? (
        <FailureNotice error={error} refetch={refetch} />
      ) : (
        <RunPages key={`${id} ${filter} ${order}`} id={id} />
      )}
    </Page>
  );
}

/** The runs, a page at a time, as many as were asked for. */
function RunPages({ id }: { id: string }) {
  const [cursors, setCursors] = useState<(string | null)[]>([null]);
  return cursors.map((after, index) => (
    <RunPage
      key={after ?? "first"}
      id={id}
      after={after}
      onMore={index === cursors.length - 1 ? (next) => setCursors((all) => [...all, next]) : undefined}
    />
  ));
}

function RunPage(props: { id: string; after: string | null; onMore: ((cursor: string) => void) | undefined }) {
  const { id, after, onMore } = props;
  const address = useSearchParams();
  const [{ data, error, fetching }, refetch] = useQuery({
    query: ExperimentQuery,
    variables: runsOfAddress(id, address, after),
  });
  const experiment = data?.experiment;
  if (!experiment) {
    if (error) return <FailureNotice error={error} refetch={refetch} />;
    return fetching ? <Spinner label="Reading the runs" /> : null;
  }
  const { runs, runCount } = experiment;
  const { endCursor, hasNextPage } = runs.pageInfo;
  if (runs.nodes.length === 0) {
    return <Notice>{address.get("filter") ? "No run matches this." : "No run has been logged to it yet."}</Notice>;
  }
  return (
    <Card title={after ? "More" : `${runCount.toLocaleString("en")} ${runCount === 1 ? "run" : "runs"}`} flush>
      <Table caption="Runs" head={["Run", "State", "Metrics", "Parameters", "Versions", "Started"]} stacks>
        {runs.nodes.map((run) => (
          <LoggedRunRow key={run.id} experiment={id} run={run} />
        ))}
      </Table>
      {onMore && hasNextPage && endCursor && (
        <div className={styles.more}>
          <Button small onClick={() => onMore(endCursor)}>
            Show more runs
          </Button>
        </div>
      )}
    </Card>
  );
}
