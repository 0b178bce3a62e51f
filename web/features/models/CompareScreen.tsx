"use client";

import { useRouter, useSearchParams } from "next/navigation";
import { startTransition, useOptimistic } from "react";
import { useQuery } from "urql";
import { graphql } from "../../gql/index.ts";
import { operation } from "../../graphql/operation.ts";
import { FailureNotice } from "../../ui/FailureNotice.tsx";
import { Link } from "../../ui/Link.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Spinner } from "../../ui/Spinner.tsx";
import { Page } from "../shell/Page.tsx";
import styles from "./comparison.module.css";
import { comparePath, versionsOf } from "./comparison.ts";
import { DifferingRows } from "./DifferingRows.tsx";
import { VersionPicker } from "./VersionPicker.tsx";
import { VersionsSideBySide } from "./VersionsSideBySide.tsx";

const CompareQuery = operation(
  graphql(`
    query Compare($model: String!, $versions: [Int!]!) {
      compareVersions(model: $model, versions: $versions) {
        __typename
        ... on VersionsCompared {
          versions {
            id
            version
          }
          ...VersionsSideBySide_compared
        }
        ... on Error {
          code
          message
        }
      }
      model(name: $model) {
        id
        versions(first: 50) {
          nodes {
            id
            version
            stage
          }
        }
      }
    }
  `),
);

/** Versions of a model side by side: what they are, how good, made of what. The address holds which, and whether all is shown. */
export function CompareScreen({ name }: { name: string }) {
  return (
    <Page
      title={`${name}: versions compared`}
      lead={<Link href={`/models/${encodeURIComponent(name)}`}>All about {name}</Link>}
    >
      <Comparison name={name} />
    </Page>
  );
}

interface Shown {
  /** Those that the address names; the API chooses where it names fewer than two. */
  versions: readonly number[];
  onlyDifferences: boolean;
}

function Comparison({ name }: { name: string }) {
  const router = useRouter();
  const parameters = useSearchParams();
  const versions = versionsOf(parameters.get("versions"));
  const address: Shown = { versions, onlyDifferences: parameters.get("only") === "differences" };
  // What is chosen is shown at once; the address follows.
  const [shown, setShown] = useOptimistic(address);
  const show = (next: Shown) =>
    startTransition(() => {
      setShown(next);
      router.replace(addressOf(name, next), { scroll: false });
    });
  const [{ data, error }, refetch] = useQuery({
    query: CompareQuery,
    variables: { model: name, versions },
    requestPolicy: "cache-and-network",
  });
  if (!data) {
    return error ? <FailureNotice error={error} refetch={refetch} /> : <Spinner label="Reading the versions" />;
  }
  const { compareVersions: compared } = data;
  const isRefused = compared.__typename !== "VersionsCompared";
  const chosen =
    shown.versions.length > 1 || isRefused ? shown.versions : compared.versions.map(({ version }) => version);
  const newest = data.model?.versions.nodes ?? [];
  return (
    <>
      {(newest.length > 2 || chosen.length > 2) && (
        <VersionPicker
          chosen={chosen}
          newest={newest}
          mayEmpty={isRefused}
          onChange={(next) => show({ ...shown, versions: next })}
        />
      )}
      {isRefused ? (
        <Notice tone="bad">{compared.message}</Notice>
      ) : (
        <>
          <label className={styles.only}>
            <input
              type="checkbox"
              checked={shown.onlyDifferences}
              onChange={({ target }) => show({ versions: chosen, onlyDifferences: target.checked })}
            />
            Only what differs
          </label>
          <VersionsSideBySide compared={compared} onlyDifferences={shown.onlyDifferences} />
          <DifferingRows key={chosen.join()} model={name} versions={chosen} />
        </>
      )}
    </>
  );
}

function addressOf(model: string, { versions, onlyDifferences }: Shown): string {
  const path = comparePath(model, versions);
  return onlyDifferences ? `${path}${path.includes("?") ? "&" : "?"}only=differences` : path;
}
