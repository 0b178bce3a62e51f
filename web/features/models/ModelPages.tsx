"use client";

import { useState } from "react";
import { useQuery } from "urql";
import { graphql } from "../../gql/index.ts";
import { operation } from "../../graphql/operation.ts";
import { Button } from "../../ui/Button.tsx";
import { FailureNotice } from "../../ui/FailureNotice.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Spinner } from "../../ui/Spinner.tsx";
import { ModelSummary } from "./ModelSummary.tsx";
import { type ModelFilter, modelsVariables } from "./model-filter.ts";
import styles from "./models.module.css";

const ModelsQuery = operation(
  graphql(`
    query Models($first: Int!, $after: String, $search: String, $stage: Stage) {
      models(first: $first, after: $after, search: $search, stage: $stage) {
        nodes {
          id
          ...ModelSummary_model
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `),
);

/** The registered models that match, a page at a time, as many as were asked for. */
export function ModelPages({ filter, after = null }: { filter: ModelFilter; after?: string | null }) {
  const [goesOn, setGoesOn] = useState(false);
  const [{ data, error, fetching }, refetch] = useQuery({
    query: ModelsQuery,
    variables: modelsVariables(filter, after),
    requestPolicy: "cache-and-network",
  });
  if (!data) {
    if (!error) return fetching ? <Spinner label="Reading the models" /> : null;
    return <FailureNotice error={error} refetch={refetch} />;
  }
  const { nodes, pageInfo } = data.models;
  if (nodes.length === 0) {
    return (
      <Notice>
        {filter.search || filter.stage
          ? "No registered model matches this."
          : "No model has been trained yet. Train one that is ready below, or in the chat."}
      </Notice>
    );
  }
  return (
    <>
      <ul className={styles.list}>
        {nodes.map((model) => (
          <li key={model.id}>
            <ModelSummary model={model} />
          </li>
        ))}
      </ul>
      {pageInfo.hasNextPage && pageInfo.endCursor && goesOn && (
        <ModelPages filter={filter} after={pageInfo.endCursor} />
      )}
      {pageInfo.hasNextPage && !goesOn && (
        <div>
          <Button onClick={() => setGoesOn(true)}>Show more</Button>
        </div>
      )}
    </>
  );
}
