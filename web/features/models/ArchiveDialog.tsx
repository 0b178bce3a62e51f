"use client";

import { useClient, useMutation } from "urql";
import { graphql } from "../../gql/index.ts";
import { operation } from "../../graphql/operation.ts";
import { undoBy } from "../notifications/undo-by.ts";
import { ActDialog } from "./ActDialog.tsx";
import { RestoreVersionMutation } from "./registry-mutations.ts";

const ArchiveMutation = operation(
  graphql(`
    mutation ArchiveVersion($model: String!, $version: Int!, $planDigest: String!, $comment: String) {
      archiveVersion(model: $model, version: $version, planDigest: $planDigest, comment: $comment) {
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

/** Shows what archiving a version will change, and does exactly that on a yes. */
export default function ArchiveDialog(props: {
  open: boolean;
  model: string;
  version: number;
  danger: boolean;
  onClose: () => void;
}) {
  const { open, model, version, danger, onClose } = props;
  const client = useClient();
  const [, archive] = useMutation(ArchiveMutation);
  // What was in production would come back as a candidate: a rollback brings it back as it was.
  const undo = danger
    ? undefined
    : undoBy(client, RestoreVersionMutation, { model, version }, `${model} version ${version} is a candidate again.`);
  return (
    <ActDialog
      open={open}
      action="ARCHIVE_VERSION"
      model={model}
      version={version}
      title={`Archive ${model} version ${version}?`}
      confirm="Archive"
      danger={danger}
      done={`${model} version ${version} is archived.${danger ? " A rollback brings it back into production." : ""}`}
      undo={undo}
      act={async (planDigest, comment) => {
        const { data, error } = await archive({ model, version, planDigest, comment });
        return { result: data?.archiveVersion, error };
      }}
      onClose={onClose}
    />
  );
}
