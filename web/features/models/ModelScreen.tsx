"use client";

import { useQuery } from "urql";
import { graphql } from "../../gql/index.ts";
import { operation } from "../../graphql/operation.ts";
import { Card } from "../../ui/Card.tsx";
import { FailureNotice } from "../../ui/FailureNotice.tsx";
import { inWords } from "../../ui/format.ts";
import { Link } from "../../ui/Link.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Spinner } from "../../ui/Spinner.tsx";
import { Time } from "../../ui/Time.tsx";
import { useStep } from "../guide/first-steps.ts";
import { TryIt } from "../predictions/TryIt.tsx";
import { Page } from "../shell/Page.tsx";
import { LoggedSource } from "../tracking/LoggedSource.tsx";
import { TrainForm } from "../training/TrainForm.tsx";
import { FeatureList } from "./FeatureList.tsx";
import { MetricList } from "./MetricList.tsx";
import { MetricsOverVersions } from "./MetricsOverVersions.tsx";
import { ModelActions } from "./ModelActions.tsx";
import { ModelLabels } from "./ModelLabels.tsx";
import { madeBy } from "./made-by.ts";
import styles from "./models.module.css";
import { PolicyCard } from "./PolicyCard.tsx";
import { ProductionThen } from "./ProductionThen.tsx";
import { PromoteButton } from "./PromoteButton.tsx";
import { ProposalsWaiting } from "./ProposalsWaiting.tsx";
import { Provenance } from "./Provenance.tsx";
import { StageBadge } from "./StageBadge.tsx";
import { StageTimeline } from "./StageTimeline.tsx";
import { UnservedModels } from "./UnservedModels.tsx";
import { VersionRecord } from "./VersionRecord.tsx";
import { VersionTable } from "./VersionTable.tsx";

const ModelQuery = operation(
  graphql(`
    query Model($name: String!) {
      model(name: $name) {
        id
        name
        description
        target
        task
        trainable
        classes {
          value
          label
        }
        ...ModelActions_model
        ...VersionTable_model
        ...MetricsOverVersions_model
        ...StageTimeline_model
        ...ModelLabels_model
        ...PolicyCard_model
        features {
          ...FeatureList_feature
          ...TryIt_feature
        }
        newest: versions(first: 1) {
          nodes {
            id
            version
            stage
            ...LoggedSource_version
          }
        }
        production {
          id
          version
          stage
          algorithm
          promotedAt
          createdBy
          metrics {
            ...MetricList_metric
          }
          ...Provenance_version
          ...LoggedSource_version
        }
      }
    }
  `),
);

/** One model: what answers now, its versions and what can be done with them, what it wants to know. */
export function ModelScreen({ name }: { name: string }) {
  const [{ data, error, fetching }, refetch] = useQuery({
    query: ModelQuery,
    variables: { name },
    requestPolicy: "cache-and-network",
  });
  const model = data?.model;
  useStep("looked", Boolean(model?.newest.nodes[0]));
  if (!model) {
    return (
      <Page title={name}>
        {error ? (
          <FailureNotice error={error} refetch={refetch} />
        ) : fetching || !data ? (
          <Spinner label="Reading the model" />
        ) : (
          <>
            <Notice>
              There is no model of this name. It may have been removed. <Link href="/models">All models</Link>
            </Notice>
            <UnservedModels name={name} />
          </>
        )}
      </Page>
    );
  }
  const { production } = model;
  const newest = model.newest.nodes[0];
  const recorded = production ?? newest;
  return (
    <Page title={model.name} lead={model.description} actions={<ModelActions model={model} />}>
      {production ? (
        <Card
          title={`Version ${production.version} answers predictions`}
          aside={<StageBadge stage={production.stage} />}
        >
          <div className={styles.stack}>
            <MetricList metrics={production.metrics} />
            <p className={styles.muted}>
              {inWords(production.algorithm)} · {madeBy(production)}
              {production.promotedAt && (
                <>
                  {" "}
                  · in production since <Time at={production.promotedAt} />
                </>
              )}
            </p>
            <Provenance version={production} />
          </div>
        </Card>
      ) : (
        <Notice
          {...(newest?.stage === "CANDIDATE" && {
            action: <PromoteButton model={model.name} version={newest.version} />,
          })}
        >
          No version is in production, so nothing answers predictions.{" "}
          {newest?.stage === "CANDIDATE"
            ? `Version ${newest.version} is a candidate and waits to be promoted.`
            : "Promote one below."}
        </Notice>
      )}
      <ProposalsWaiting model={model.name} />
      <VersionTable model={model} />
      {recorded && <LoggedSource version={recorded} />}
      {recorded && <VersionRecord key={recorded.version} model={model.name} version={recorded.version} />}
      <div className={styles.twoColumns}>
        <div className={styles.stack}>
          <MetricsOverVersions model={model} />
          <PolicyCard model={model} />
          <ModelLabels model={model} />
        </div>
        <div className={styles.stack}>
          <StageTimeline model={model} />
          <ProductionThen model={model.name} />
        </div>
      </div>
      <div className={styles.twoColumns}>
        {production && (
          <TryIt model={model.name} target={model.target} classes={model.classes} features={model.features} />
        )}
        <div className={styles.stack}>
          {model.trainable && <TrainForm model={model.name} task={model.task} />}
          <Card title={`Features · predicts ${inWords(model.target).toLowerCase()}`}>
            <FeatureList features={model.features} />
          </Card>
        </div>
      </div>
    </Page>
  );
}
