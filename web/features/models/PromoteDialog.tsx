"use client";

import { useMutation } from "urql";
import { graphql } from "../../gql/index.ts";
import { operation } from "../../graphql/operation.ts";
import { ActDialog } from "./ActDialog.tsx";

const PromoteMutation = operation(
  graphql(`
    mutation PromoteVersion($model: String!, $version: Int!, $expectedCurrent: Int) {
      promoteVersion(model: $model, version: $version, expectedCurrent: $expectedCurrent) {
        __typename
        ... on ModelVersion {
          id
          version
          stage
        }
        ... on Error {
          code
          message
        }
      }
    }
  `),
);

/** Says what promoting a version will change, and does it on a yes. `production`: the version that answers now. */
export default function PromoteDialog(props: {
  open: boolean;
  model: string;
  version: number;
  production: number | undefined;
  onClose: () => void;
}) {
  const { model, version, production } = props;
  const [, promote] = useMutation(PromoteMutation);
  return (
    <ActDialog
      open={props.open}
      title={`Promote ${model} version ${version}?`}
      effects={[
        `Version ${version} goes into production and answers predictions.`,
        ...(production === undefined ? [] : [`Version ${production} leaves production and is archived.`]),
      ]}
      confirm="Promote"
      done={`${model} version ${version} is in production.`}
      act={async () => {
        const { data, error } = await promote({ model, version, expectedCurrent: production ?? null });
        return { result: data?.promoteVersion, error };
      }}
      onClose={props.onClose}
    />
  );
}
