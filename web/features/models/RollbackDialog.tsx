"use client";

import { useMutation } from "urql";
import { graphql } from "../../gql/index.ts";
import { operation } from "../../graphql/operation.ts";
import { ActDialog } from "./ActDialog.tsx";

const RollbackMutation = operation(
  graphql(`
    mutation Rollback($model: String!, $planDigest: String!, $comment: String) {
      rollback(model: $model, planDigest: $planDigest, comment: $comment) {
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

/** Shows what going back to the version before will change, and does exactly that on a yes. */
export default function RollbackDialog({
  open,
  model,
  onClose,
}: {
  open: boolean;
  model: string;
  onClose: () => void;
}) {
  const [, rollback] = useMutation(RollbackMutation);
  return (
    <ActDialog
      open={open}
      action="ROLLBACK"
      model={model}
      title={`Roll ${model} back?`}
      confirm="Roll back"
      done={`${model} was rolled back.`}
      act={async (planDigest, comment) => {
        const { data, error } = await rollback({ model, planDigest, comment });
        return { result: data?.rollback, error };
      }}
      onClose={onClose}
    />
  );
}
