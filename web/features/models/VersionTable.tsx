"use client";

import { useSearchParams } from "next/navigation";
import { Fragment, memo, startTransition, useOptimistic } from "react";
import { useQuery } from "urql";
import type { VersionsQuery as VersionsRead } from "../../gql/graphql.ts";
import { type FragmentType, graphql, readFragment } from "../../gql/index.ts";
import { operation } from "../../graphql/operation.ts";
import { Button } from "../../ui/Button.tsx";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { Card } from "../../ui/Card.tsx";
import { FailureNotice } from "../../ui/FailureNotice.tsx";
import { Field, inputClass } from "../../ui/Field.tsx";
import { inWords, metricValue } from "../../ui/format.ts";
import { Notice } from "../../ui/Notice.tsx";
import { Spinner } from "../../ui/Spinner.tsx";
import { Table } from "../../ui/Table.tsx";
import { comparePath, mostCompared } from "./comparison.ts";
import { baselineOf, shownMetrics } from "./shown-metrics.ts";
import { type PagesBeside, VersionPager } from "./VersionPager.tsx";
import { VersionRow } from "./VersionRow.tsx";
import styles from "./VersionTable.module.css";
import {
  belowOfNewer,
  placeInWords,
  type VersionList,
  versionListOf,
  versionListPath,
  versionStages,
  versionsAtOnce,
  versionsVariables,
} from "./version-list.ts";

export const VersionTable_model = graphql(`
  fragment VersionTable_model on Model {
    id
    name
    newest: versions(first: 1) {
      totalCount
    }
  }
`);

const VersionsQuery = operation(
  graphql(`
    query Versions($model: String!, $first: Int!, $filter: String, $isLater: Boolean!, $newer: String) {
      versions: modelVersions(model: $model, filter: $filter, orderBy: ["version_number DESC"], first: $first) {
        totalCount
        nodes {
          id
          version
          algorithm
          metrics {
            name
            value
            split
          }
          ...VersionRow_version
        }
      }
      newer: modelVersions(model: $model, filter: $newer, orderBy: ["version_number ASC"], first: $first)
        @include(if: $isLater) {
        totalCount
        nodes {
          id
          version
        }
      }
    }
  `),
);

/**
 * A page of a model's versions, the newest first, with their measures and what can be done with each; some chosen are compared. The address
 * holds which page, which stage, and what is chosen.
 */
export const VersionTable = memo(function VersionTable(props: { model: FragmentType<typeof VersionTable_model> }) {
  const { name, newest } = readFragment(VersionTable_model, props.model);
  // A box is ticked at the click; the address follows.
  const [list, setList] = useOptimistic(versionListOf(useSearchParams()));
  const [{ data, error }, refetch] = useQuery({
    query: VersionsQuery,
    variables: versionsVariables(name, list),
    requestPolicy: "cache-and-network",
  });
  const all = newest.totalCount;
  const show = (next: VersionList, how: "pushState" | "replaceState") =>
    startTransition(() => {
      setList(next);
      window.history[how](null, "", versionListPath(name, next));
    });
  const choose = (version: number, wanted: boolean) => {
    const others = list.chosen.filter((each) => each !== version);
    const chosen = wanted ? [...others, version].slice(-mostCompared) : others;
    show({ ...list, chosen: chosen.toSorted((one, other) => one - other) }, "replaceState");
  };
  return (
    <Card
      title={`Versions (${all})`}
      aside={
        all > 1 && (
          <ButtonLink small href={comparePath(name, list.chosen)}>
            {compareLabel(list.chosen)}
          </ButtonLink>
        )
      }
      flush
    >
      {all > versionsAtOnce && (
        <div className={styles.tools}>
          <Field label="Show">
            {(ids) => (
              <select
                {...ids}
                className={inputClass}
                value={list.stage}
                onChange={({ target }) =>
                  show({ ...list, stage: target.value as VersionList["stage"], below: null }, "pushState")
                }
              >
                <option value="">All versions</option>
                {Object.entries(versionStages).map(([stage, words]) => (
                  <option key={stage} value={stage}>
                    {words}
                  </option>
                ))}
              </select>
            )}
          </Field>
          {list.chosen.length > 0 && (
            <p className={styles.chosen}>
              Chosen: {list.chosen.map((version) => `v${version}`).join(", ")}
              <Button small look="quiet" onClick={() => show({ ...list, chosen: [] }, "replaceState")}>
                Choose none
              </Button>
            </p>
          )}
        </div>
      )}
      {all === 0 ? (
        <Notice>No version has been registered yet.</Notice>
      ) : data ? (
        <Rows
          versions={data.versions.nodes}
          model={name}
          choice={all > 1 ? { chosen: list.chosen, onChange: choose } : undefined}
        />
      ) : error ? (
        <FailureNotice error={error} refetch={refetch} />
      ) : (
        <div className={styles.tools}>
          <Spinner label="Reading the versions" />
        </div>
      )}
      {data && all > versionsAtOnce && (
        <VersionPager
          label={`Pages of the versions of ${name}`}
          place={placeInWords({
            newer: data.newer?.totalCount ?? 0,
            here: data.versions.nodes.length,
            total: data.versions.totalCount + (data.newer?.totalCount ?? 0),
          })}
          pages={pagesBeside(data)}
          hrefOf={(below) => versionListPath(name, { ...list, below })}
          onShow={(below) => show({ ...list, below }, "pushState")}
        />
      )}
    </Card>
  );
});

function compareLabel(chosen: readonly number[]): string {
  if (chosen.length === 0) return "Compare the latest two";
  return chosen.length === 1 ? `Compare version ${chosen[0]} with the latest` : `Compare ${chosen.length} versions`;
}

/** Where the pages beside this one begin; undefined where there is none. */
function pagesBeside({ versions, newer }: VersionsRead): PagesBeside {
  const last = versions.nodes.at(-1)?.version;
  return {
    newer: newer && newer.totalCount > 0 ? belowOfNewer(newer) : undefined,
    older: versions.totalCount > versions.nodes.length ? last : undefined,
  };
}

/** The versions of a page, in a table. */
function Rows(props: {
  model: string;
  versions: VersionsRead["versions"]["nodes"];
  choice: Parameters<typeof VersionRow>[0]["choice"];
}) {
  const { model, versions, choice } = props;
  if (versions.length === 0) return <Notice>There is no such version.</Notice>;
  const measured = versions.map(({ metrics }) => shownMetrics(metrics));
  const measures = [...new Set(measured.flat().map(({ name }) => name))].filter(
    (name) => !name.startsWith("baseline_"),
  );
  const baselines = new Map(measures.map((name) => [name, same(measured.map((each) => baselineOf(each, name)))]));
  const algorithm = same(versions.map((version) => version.algorithm));
  const head = [
    "Version",
    <span key="act" className="visually-hidden">
      Actions
    </span>,
    ...measures.map((name) => {
      const baseline = baselines.get(name);
      return (
        <Fragment key={name}>
          {inWords(name)}
          {baseline !== undefined && <div className={styles.baseline}>baseline {metricValue(name, baseline)}</div>}
        </Fragment>
      );
    }),
    <Fragment key="made">
      Registered
      {algorithm && <div className={styles.baseline}>{inWords(algorithm)}</div>}
    </Fragment>,
  ];
  return (
    <Table compact caption={`Versions of ${model}`} head={head}>
      {versions.map((version) => (
        <VersionRow
          key={version.id}
          model={model}
          measures={measures}
          baselines={baselines}
          tellsAlgorithm={!algorithm}
          version={version}
          choice={choice}
        />
      ))}
    </Table>
  );
}

/** What all of them say: it is said once, at the head. */
function same<Value>([first, ...others]: readonly Value[]): Value | undefined {
  return others.every((each) => each === first) ? first : undefined;
}
