"use client";

import { lazy, Suspense, useState } from "react";
import { useClient } from "urql";
import { type FragmentType, graphql, readFragment } from "../../gql/index.ts";
import { Button } from "../../ui/Button.tsx";
import { useViewer } from "../identity/use-viewer.ts";
import styles from "./models.module.css";
import { useAsked } from "./use-asked.ts";

export const VersionActions_version = graphql(`
  fragment VersionActions_version on ModelVersion {
    id
    version
    stage
    description
  }
`);

const PromoteDialog = lazy(() => import("./PromoteDialog.tsx"));
const ArchiveDialog = lazy(() => import("./ArchiveDialog.tsx"));
const DescribeDialog = lazy(() => import("./DescribeDialog.tsx"));

/** What can be done with a version, each after a word about what will change. */
export function VersionActions(props: { model: string; version: FragmentType<typeof VersionActions_version> }) {
  const { version, stage, description } = readFragment(VersionActions_version, props.version);
  const promote = useAsked();
  const archive = useAsked();
  const describe = useAsked();
  const client = useClient();
  const [restoring, setRestoring] = useState(false);
  const { may } = useViewer();
  const about = { model: props.model, version };
  const restore = async () => {
    setRestoring(true);
    const { restoreVersion } = await import("./restore-version.ts");
    await restoreVersion(client, props.model, version);
    setRestoring(false);
  };
  // Why is said once, at the head of the page.
  if (!may("models:write")) return null;
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
      {stage === "ARCHIVED" && (
        <Button small busy={restoring} onClick={restore} aria-label={`Restore version ${version}`}>
          Restore
        </Button>
      )}
      <Button small onClick={describe.ask} aria-label={`Describe version ${version}`}>
        Describe
      </Button>
      {promote.wanted && (
        <Suspense>
          <PromoteDialog {...about} open={promote.open} onClose={promote.close} />
        </Suspense>
      )}
      {describe.wanted && (
        <Suspense>
          <DescribeDialog {...about} description={description} open={describe.open} onClose={describe.close} />
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
