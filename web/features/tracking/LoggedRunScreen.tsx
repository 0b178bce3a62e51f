"use client";

import { useQuery } from "urql";
import { graphql } from "../../gql/index.ts";
import { operation } from "../../graphql/operation.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Card } from "../../ui/Card.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { FailureNotice } from "../../ui/FailureNotice.tsx";
import { sentenceCase } from "../../ui/format.ts";
import { Link } from "../../ui/Link.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Spinner } from "../../ui/Spinner.tsx";
import { Time } from "../../ui/Time.tsx";
import { Page } from "../shell/Page.tsx";
import { duration } from "../training/run-state.ts";
import { FileTree } from "./FileTree.tsx";
import { MetricTable } from "./MetricTable.tsx";
import { PairTable } from "./PairTable.tsx";
import { loggedRunTones } from "./run-tones.ts";
import { TagList } from "./TagList.tsx";
import styles from "./tracking.module.css";
import { VersionLinks } from "./VersionLinks.tsx";

const LoggedRunQuery = operation(
  graphql(`
    query LoggedRun($id: ID!) {
      loggedRun(id: $id) {
        id
        name
        status
        startedBy
        startedAt
        endedAt
        deletedAt
        experiment {
          id
          name
        }
        parent {
          id
          name
        }
        params {
          key
          value
        }
        tags {
          key
          value
        }
        metrics {
          key
          ...MetricTable_metric
        }
        datasets {
          name
          digest
          sourceType
          source
          schema
        }
        models {
          use
          model {
            id
            name
          }
        }
        files {
          name
          path
          folder
          bytes
          url
        }
        versions {
          id
          ...VersionLinks_version
        }
      }
    }
  `),
);

/** A run of a program, with all that it told of itself. */
export function LoggedRunScreen({ id }: { id: string }) {
  const [{ data, error, fetching }, refetch] = useQuery({
    query: LoggedRunQuery,
    variables: { id },
    requestPolicy: "cache-and-network",
  });
  const run = data?.loggedRun;
  if (!run) {
    return (
      <Page title="Run">
        {error ? (
          <FailureNotice error={error} refetch={refetch} />
        ) : fetching || !data ? (
          <Spinner label="Reading the run" />
        ) : (
          <Notice>
            There is no such run. <Link href="/experiments">All experiments</Link>
          </Notice>
        )}
      </Page>
    );
  }
  const { experiment } = run;
  const home = `/experiments/${experiment.id}`;
  const took = duration(run.startedAt, run.endedAt);
  return (
    <Page
      title={run.name || run.id}
      lead={
        <>
          A run of the experiment <Link href={home}>{experiment.name}</Link>
          {run.parent && (
            <>
              , within <Link href={`${home}/runs/${run.parent.id}`}>{run.parent.name || run.parent.id}</Link>
            </>
          )}
        </>
      }
    >
      {run.deletedAt && <Notice tone="warn">This run is deleted. MLflow's client can restore it.</Notice>}
      <p>
        <Badge tone={loggedRunTones[run.status]}>{sentenceCase(run.status)}</Badge> started <Time at={run.startedAt} />
        {run.startedBy && ` by ${run.startedBy}`}
        {took && `, took ${took}`}
      </p>
      <div className={styles.twoColumns}>
        <Card title="Metrics">
          <MetricTable metrics={run.metrics} run={run.id} />
        </Card>
        <Card title="Parameters">
          {run.params.length === 0 ? (
            <p className={styles.muted}>None.</p>
          ) : (
            <PairTable caption="Parameters" pairs={run.params} />
          )}
        </Card>
        <Card title="Versions and models">
          <div className={styles.stack}>
            {run.versions.length === 0 ? (
              <p className={styles.muted}>No version of a model here was registered of it.</p>
            ) : (
              <div>
                Registered of it:
                <VersionLinks versions={run.versions} />
              </div>
            )}
            {run.models.map(
              ({ use, model }) =>
                model && (
                  <p key={`${use} ${model.id}`}>
                    {use === "OUTPUT" ? "It logged" : "It read"} the model{" "}
                    <Link href={`${home}/models/${model.id}`}>{model.name}</Link>.
                  </p>
                ),
            )}
          </div>
        </Card>
        <Card title="Files">
          <FileTree owner={{ kind: "run", id: run.id }} files={run.files} />
        </Card>
        {run.datasets.length > 0 && (
          <Card title="Data it read">
            <ul className={styles.list}>
              {run.datasets.map(({ name, digest, sourceType, source, schema }) => (
                <li key={`${name} ${digest}`} className={styles.broken}>
                  <strong>{name}</strong>{" "}
                  <span className={styles.muted}>
                    {sourceType}, digest {digest}
                  </span>
                  <Disclosure summary="Where it is">
                    <code>{source}</code>
                    {schema && <pre className={styles.broken}>{schema}</pre>}
                  </Disclosure>
                </li>
              ))}
            </ul>
          </Card>
        )}
        {run.tags.length > 0 && (
          <Card title="Tags">
            <TagList tags={run.tags} />
          </Card>
        )}
      </div>
    </Page>
  );
}
