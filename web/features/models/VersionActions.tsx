"use client";

import { useState } from "react";
import { useMutation } from "urql";
import { type FragmentType, graphql, readFragment } from "../../gql/index.ts";
import { operation } from "../../graphql/operation.ts";
import { Button } from "../../ui/Button.tsx";
import { ActDialog } from "./ActDialog.tsx";
import styles from "./models.module.css";
import PromoteDialog from "./PromoteDialog.tsx";

export const VersionActions_version = graphql(`
  fragment VersionActions_version on ModelVersion {
    id
    version
    stage
  }
`);

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

/** What can be done with a version, each after a word about what will change. */
export function VersionActions(props: { model: string; version: FragmentType<typeof VersionActions_version> }) {
  const { model } = props;
  const { version, stage } = readFragment(VersionActions_version, props.version);
  const [asked, setAsked] = useState<"promote" | "archive">();
  const [, archive] = useMutation(ArchiveMutation);
  const close = () => setAsked(undefined);
  return (
    <div className={styles.rowActions}>
      {stage !== "PRODUCTION" && (
        <Button small onClick={() => setAsked("promote")} aria-label={`Promote version ${version}`}>
          Promote
        </Button>
      )}
      {stage !== "ARCHIVED" && (
        <Button small onClick={() => setAsked("archive")} aria-label={`Archive version ${version}`}>
          Archive
        </Button>
      )}
      <PromoteDialog open={asked === "promote"} model={model} version={version} onClose={close} />
      <ActDialog
        open={asked === "archive"}
        action="ARCHIVE_VERSION"
        model={model}
        version={version}
        title={`Archive ${model} version ${version}?`}
        confirm="Archive"
        danger={stage === "PRODUCTION"}
        done={`${model} version ${version} is archived.`}
        act={async (planDigest) => {
          const { data, error } = await archive({ model, version, planDigest });
          return { result: data?.archiveVersion, error };
        }}
        onClose={close}
      />
    </div>
  );
}
