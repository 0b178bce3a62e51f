"use client";

import { useMutation } from "urql";
import { graphql } from "../../gql/index.ts";
import { operation } from "../../graphql/operation.ts";
import { ActDialog } from "./ActDialog.tsx";

const PromoteMutation = operation(
  graphql(`
    mutation PromoteVersion($model: String!, $version: Int!, $planDigest: String!, $comment: String) {
      promoteVersion(model: $model, version: $version, planDigest: $planDigest, comment: $comment) {
        __typename
        ... on ModelVersion {
          id
          version
          stage
        }
        ... on Proposal {
          id
          status
        }
        ... on Error {
          code
          message
        }
      }
    }
  `),
);

/** Shows what promoting a version will change, and does exactly that on a yes. */
export default function PromoteDialog(props: { open: boolean; model: string; version: number; onClose: () => void }) {
  const { open, model, version, onClose } = props;
  const [, promote] = useMutation(PromoteMutation);
  return (
    <ActDialog
      open={open}
      action="PROMOTE_VERSION"
      model={model}
      version={version}
      title={`Promote ${model} version ${version}?`}
      confirm="Promote"
      done={(result) =>
        result?.__typename === "Proposal"
          ? `${model} version ${version} waits for another person's approval.`
          : `${model} version ${version} is in production.`
      }
      act={async (planDigest, comment) => {
        const { data, error } = await promote({ model, version, planDigest, comment });
        return { result: data?.promoteVersion, error };
      }}
      onClose={onClose}
    />
  );
}
