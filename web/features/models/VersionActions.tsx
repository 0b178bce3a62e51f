"use client";

import { lazy, Suspense, useId, useRef, useState } from "react";
import { useClient } from "urql";
import { type FragmentType, graphql, readFragment } from "../../gql/index.ts";
import { Button } from "../../ui/Button.tsx";
import type { MenuItem } from "../../ui/Menu.tsx";
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

const Menu = lazy(async () => ({ default: (await import("../../ui/Menu.tsx")).Menu }));
const PromoteDialog = lazy(() => import("./PromoteDialog.tsx"));
const ArchiveDialog = lazy(() => import("./ArchiveDialog.tsx"));
const DescribeDialog = lazy(() => import("./DescribeDialog.tsx"));

/**
 * What can be done with a version, each after a word about what will change. What is done most stands in the row, the rest in a menu: a list
 * of them has many rows.
 */
export function VersionActions(props: { model: string; version: FragmentType<typeof VersionActions_version> }) {
  const { version, stage, description } = readFragment(VersionActions_version, props.version);
  const promote = useAsked();
  const archive = useAsked();
  const describe = useAsked();
  const menuId = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [used, setUsed] = useState(false);
  const [open, setOpen] = useState(false);
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
  const rest: MenuItem[] = [
    ...(stage === "ARCHIVED" ? [{ label: "Promote", onSelect: promote.ask }] : []),
    { label: "Describe", onSelect: describe.ask },
    ...(stage === "ARCHIVED" ? [] : [{ label: "Archive", danger: stage === "PRODUCTION", onSelect: archive.ask }]),
  ];
  return (
    <div className={styles.rowActions}>
      {stage === "CANDIDATE" && (
        <Button small onClick={promote.ask} aria-label={`Promote version ${version}`}>
          Promote
        </Button>
      )}
      {stage === "ARCHIVED" && (
        <Button small busy={restoring} onClick={restore} aria-label={`Restore version ${version}`}>
          Restore
        </Button>
      )}
      <Button
        ref={button}
        small
        look="quiet"
        aria-label={`More that can be done with version ${version}`}
        aria-haspopup="menu"
        aria-expanded={open}
        popoverTarget={menuId}
        onClick={() => setUsed(true)}
      >
        ⋯
      </Button>
      {used && (
        <Suspense>
          <Menu id={menuId} label={`Version ${version}`} button={button} items={rest} onToggle={setOpen} />
        </Suspense>
      )}
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
