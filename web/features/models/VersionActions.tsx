"use client";

import { lazy, Suspense } from "react";
import { type FragmentType, graphql, readFragment } from "../../gql/index.ts";
import { Button } from "../../ui/Button.tsx";
import styles from "./models.module.css";
import { useAsked } from "./use-asked.ts";

export const VersionActions_version = graphql(`
  fragment VersionActions_version on ModelVersion {
    id
    version
    stage
  }
`);

const PromoteDialog = lazy(() => import("./PromoteDialog.tsx"));
const ArchiveDialog = lazy(() => import("./ArchiveDialog.tsx"));

/** What can be done with a version, each after a word about what will change. */
export function VersionActions(props: { model: string; version: FragmentType<typeof VersionActions_version> }) {
  const { version, stage } = readFragment(VersionActions_version, props.version);
  const promote = useAsked();
  const archive = useAsked();
  const about = { model: props.model, version };
  return (
    <div className={styles.rowActions}>
      {stage !== "PRODUCTION" && (
        <Button small onClick={promote.ask} aria-label={`Promote version ${version}`}>
          Promote
        </Button>
      )}
      {stage !== "ARCHIVED" && (
        <Button small onClick={archive.ask} aria-label={`Archive version ${version}`}>
          Archive
        </Button>
      )}
      {promote.wanted && (
        <Suspense>
          <PromoteDialog {...about} open={promote.open} onClose={promote.close} />
        </Suspense>
      )}
      {archive.wanted && (
        <Suspense>
          <ArchiveDialog {...about} danger={stage === "PRODUCTION"} open={archive.open} onClose={archive.close} />
        </Suspense>
      )}
    </div>
  );
}
