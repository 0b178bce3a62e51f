"use client";

import { useMutation } from "urql";
import { graphql } from "../../gql/index.ts";
import { operation } from "../../graphql/operation.ts";
import { ActDialog } from "./ActDialog.tsx";

const ArchiveMutation = operation(
  graphql(`
    mutation ArchiveVersion($model: String!, $version: Int!, $planDigest: String!) {
      archiveVersion(model: $model, version: $version, planDigest: $planDigest) {
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
  const [, archive] = useMutation(ArchiveMutation);
  return (
    <ActDialog
      open={open}
      action="ARCHIVE_VERSION"
      model={model}
      version={version}
      title={`Archive ${model} version ${version}?`}
      confirm="Archive"
      danger={danger}
      done={`${model} version ${version} is archived.`}
      act={async (planDigest) => {
        const { data, error } = await archive({ model, version, planDigest });
        return { result: data?.archiveVersion, error };
      }}
      onClose={onClose}
    />
  );
}
