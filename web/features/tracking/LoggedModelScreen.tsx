"use client";

import { useQuery } from "urql";
import { graphql } from "../../gql/index.ts";
import { operation } from "../../graphql/operation.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Card } from "../../ui/Card.tsx";
import { FailureNotice } from "../../ui/FailureNotice.tsx";
import { sentenceCase } from "../../ui/format.ts";
import { Link } from "../../ui/Link.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Spinner } from "../../ui/Spinner.tsx";
import { Time } from "../../ui/Time.tsx";
import { Page } from "../shell/Page.tsx";
import { FileTree } from "./FileTree.tsx";
import { MetricTable } from "./MetricTable.tsx";
import { PairTable } from "./PairTable.tsx";
import { loggedModelTones } from "./run-tones.ts";
import { TagList } from "./TagList.tsx";
import styles from "./tracking.module.css";
import { VersionLinks } from "./VersionLinks.tsx";

const LoggedModelQuery = operation(
  graphql(`
    query LoggedModel($id: ID!) {
      loggedModel(id: $id) {
        id
        name
        status
        modelType
        createdAt
        experiment {
          id
          name
        }
        run {
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

/** A model that a program logged, whether or not a version was registered of it. */
export function LoggedModelScreen({ id }: { id: string }) {
  const [{ data, error, fetching }, refetch] = useQuery({
    query: LoggedModelQuery,
    variables: { id },
    requestPolicy: "cache-and-network",
  });
  const model = data?.loggedModel;
  if (!model) {
    return (
      <Page title="Logged model">
        {error ? (
          <FailureNotice error={error} refetch={refetch} />
        ) : fetching || !data ? (
          <Spinner label="Reading the model" />
        ) : (
          <Notice>
            There is no such logged model. <Link href="/experiments">All experiments</Link>
          </Notice>
        )}
      </Page>
    );
  }
  const home = `/experiments/${model.experiment.id}`;
  return (
    <Page
      title={model.name}
      lead={
        <>
          Logged to the experiment <Link href={home}>{model.experiment.name}</Link>
          {model.run && (
            <>
              {" "}
              by the run <Link href={`${home}/runs/${model.run.id}`}>{model.run.name || model.run.id}</Link>
            </>
          )}
        </>
      }
    >
      <p>
        <Badge tone={loggedModelTones[model.status]}>{sentenceCase(model.status)}</Badge> logged{" "}
        <Time at={model.createdAt} />
        {model.modelType && ` · ${model.modelType}`}
      </p>
      <div className={styles.twoColumns}>
        <Card title="Versions">
          {model.versions.length === 0 ? (
            <p className={styles.muted}>No version of a model here was registered of it.</p>
          ) : (
            <VersionLinks versions={model.versions} />
          )}
        </Card>
        <Card title="Metrics">
          <MetricTable metrics={model.metrics} />
        </Card>
        <Card title="Parameters">
          {model.params.length === 0 ? (
            <p className={styles.muted}>None.</p>
          ) : (
            <PairTable caption="Parameters" pairs={model.params} />
          )}
        </Card>
        <Card title="Files">
          <FileTree owner={{ kind: "model", id: model.id }} files={model.files} />
        </Card>
        {model.tags.length > 0 && (
          <Card title="Tags">
            <TagList tags={model.tags} />
          </Card>
        )}
      </div>
    </Page>
  );
}
