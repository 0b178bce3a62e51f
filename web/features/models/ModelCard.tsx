"use client";

import { useQuery } from "urql";
import { graphql } from "../../gql/index.ts";
import { operation } from "../../graphql/operation.ts";
import { FailureNotice } from "../../ui/FailureNotice.tsx";
import { Markdown } from "../../ui/markdown/Markdown.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Spinner } from "../../ui/Spinner.tsx";

const ModelCardQuery = operation(
  graphql(`
    query ModelCard($model: String!, $version: Int!) {
      modelVersion(model: $model, version: $version) {
        id
        card
      }
    }
  `),
);

/** A version's model card, as the registry writes it. */
export default function ModelCard({ model, version }: { model: string; version: number }) {
  const [{ data, error }, refetch] = useQuery({
    query: ModelCardQuery,
    variables: { model, version },
    requestPolicy: "network-only",
  });
  if (!data) {
    return error ? <FailureNotice error={error} refetch={refetch} /> : <Spinner label="Reading the model card" />;
  }
  return data.modelVersion?.card ? (
    <Markdown text={data.modelVersion.card} />
  ) : (
    <Notice>There is no such version any more.</Notice>
  );
}
