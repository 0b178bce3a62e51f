"use client";

import { useState } from "react";
import { useQuery } from "urql";
import { graphql } from "../../gql/index.ts";
import { operation } from "../../graphql/operation.ts";
import { Button } from "../../ui/Button.tsx";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { Card } from "../../ui/Card.tsx";
import { FailureNotice } from "../../ui/FailureNotice.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Spinner } from "../../ui/Spinner.tsx";
import { Table } from "../../ui/Table.tsx";
import { RunRow } from "./RunRow.tsx";
import { isLive } from "./run-state.ts";
import { runsVariables } from "./runs-variables.ts";
import styles from "./training.module.css";

const RunsQuery = operation(
  graphql(`
    query Runs($first: Int!, $after: String, $model: String) {
      trainingRuns(first: $first, after: $after, model: $model) {
        totalCount
        nodes {
          id
          status
          ...RunRow_run
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `),
);

/** Runs that are followed at a time: the oldest open ones, since a worker takes them in that order. A browser has few connections. */
const mostFollowed = 2;

/** The runs, the newest first, a page at a time, as many as were asked for. */
export function RunPages({ model }: { model: string }) {
  const [cursors, setCursors] = useState<(string | null)[]>([null]);
  return cursors.map((after, index) => (
    <RunPage
      key={after ?? "first"}
      after={after}
      model={model}
      onMore={index === cursors.length - 1 ? (next) => setCursors((all) => [...all, next]) : undefined}
    />
  ));
}

function RunPage(props: { after: string | null; model: string; onMore: ((cursor: string) => void) | undefined }) {
  const { after, model, onMore } = props;
  const [{ data, error, fetching }, refetch] = useQuery({
    query: RunsQuery,
    variables: runsVariables(model, after),
    requestPolicy: "cache-and-network",
  });
  if (!data) {
    if (error) return <FailureNotice error={error} refetch={refetch} />;
    return fetching ? <Spinner label="Reading the runs" /> : null;
  }
  const { nodes, pageInfo, totalCount } = data.trainingRuns;
  const { endCursor } = pageInfo;
  if (nodes.length === 0) {
    const start = model ? `/training/new?model=${encodeURIComponent(model)}` : "/training/new";
    return (
      <Notice
        action={
          <ButtonLink small href={start}>
            Train {model || "a model"}
          </ButtonLink>
        }
      >
        {model ? `${model} has not been trained yet.` : "Nothing has been trained yet."}
      </Notice>
    );
  }
  const open = nodes.filter(({ status }) => isLive(status)).map(({ id }) => id);
  const followed = new Set(open.slice(-mostFollowed));
  return (
    <Card title={after ? "Earlier" : `${totalCount} ${totalCount === 1 ? "run" : "runs"}`} flush>
      <Table caption="Training runs" head={["Model", "State", "Settings", "Result", "Asked for"]} stacks>
        {nodes.map((run) => (
          <RunRow key={run.id} run={run} followed={followed.has(run.id)} />
        ))}
      </Table>
      {onMore && pageInfo.hasNextPage && endCursor && (
        <div className={styles.more}>
          <Button small onClick={() => onMore(endCursor)}>
            Show earlier runs
          </Button>
        </div>
      )}
    </Card>
  );
}
