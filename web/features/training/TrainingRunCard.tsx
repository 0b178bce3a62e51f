"use client";

import { useEffect, useRef, useState } from "react";
import { useMutation } from "urql";
import type { TrainingStatus } from "../../gql/graphql.ts";
import { type FragmentType, graphql, readFragment } from "../../gql/index.ts";
import { failureText } from "../../graphql/failure.ts";
import { operation } from "../../graphql/operation.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { inWords, percent, sentenceCase } from "../../ui/format.ts";
import { Link } from "../../ui/Link.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { ProgressBar } from "../../ui/ProgressBar.tsx";
import { Time } from "../../ui/Time.tsx";
import { useViewer } from "../identity/use-viewer.ts";
import { MetricList } from "../models/MetricList.tsx";
import { LossChart } from "./LossChart.tsx";
import { lossCurve } from "./loss-curve.ts";
import { isLive, runTones } from "./run-state.ts";
import styles from "./training.module.css";
import { useTrainingEvents } from "./use-training-events.ts";

export const TrainingRunCard_run = graphql(`
  fragment TrainingRunCard_run on TrainingRun {
    id
    model
    status
    progress
    algorithm
    testSize
    seed
    rows
    trainRows
    testRows
    error
    metrics {
      name
      value
      split
      ...MetricList_metric
    }
    version {
      id
      version
      stage
    }
    events {
      seq
      type
      message
      at
      metrics {
        name
        value
        split
      }
    }
  }
`);

const CancelTrainingMutation = operation(
  graphql(`
    mutation CancelTraining($runId: ID!) {
      cancelTraining(runId: $runId) {
        __typename
        ... on TrainingRun {
          id
          ...TrainingRunCard_run
        }
        ... on Error {
          code
          message
        }
      }
    }
  `),
);

/** Where a run is shown: it leads to its own page and to the model's, but for the one that it stands on. */
type Place = "chat" | "model" | "run";

/** A training run as it goes: how far it is, what it is doing, how its loss falls, and how good it became. */
export function TrainingRunCard(props: { run: FragmentType<typeof TrainingRunCard_run>; place: Place }) {
  const run = readFragment(TrainingRunCard_run, props.run);
  const { may } = useViewer();
  const live = isLive(run.status);
  const events = useTrainingEvents(run.id, live, run.events);
  const [cancelling, cancel] = useMutation(CancelTrainingMutation);
  const [failure, setFailure] = useState<string>();
  const latest = events.at(-1);
  const curve = lossCurve(events);
  const message = useRef<HTMLParagraphElement>(null);
  const wasLive = useRef(live);
  const onCancelling = useRef(false);
  useEffect(() => {
    const ended = wasLive.current && !live;
    wasLive.current = live;
    // The button that cancels is gone: who was on it goes on where the outcome stands.
    if (ended && onCancelling.current) message.current?.focus({ preventScroll: true });
  }, [live]);

  const onCancel = async () => {
    setFailure(undefined);
    const { data, error } = await cancel({ runId: run.id });
    if (error) setFailure(failureText(error));
    else if (data && data.cancelTraining.__typename !== "TrainingRun") setFailure(data.cancelTraining.message);
  };

  return (
    <Card
      title={run.version ? `Trained ${run.model} version ${run.version.version}` : `Training ${run.model}`}
      aside={<Badge tone={runTones[run.status]}>{sentenceCase(run.status)}</Badge>}
      footer={
        <div className={styles.actions}>
          {live && may("training:write") && (
            <Button
              small
              busy={cancelling.fetching}
              onClick={onCancel}
              onFocus={() => {
                onCancelling.current = true;
              }}
              onBlur={(event) => {
                // A button that is taken away while it has the focus may lose it before that is known here.
                if (event.relatedTarget) onCancelling.current = false;
              }}
            >
              Cancel training
            </Button>
          )}
          {run.version && props.place !== "model" && (
            <Link href={`/models/${encodeURIComponent(run.model)}`}>Open {run.model}</Link>
          )}
          {props.place !== "run" && <Link href={`/training/${run.id}`}>The run’s page</Link>}
        </div>
      }
    >
      <div className={styles.stack}>
        {live && <ProgressBar value={run.progress} label={`Training of ${run.model}`} />}
        <p className={styles.message} ref={message} tabIndex={-1} aria-live="polite">
          {live ? (latest?.message ?? "Waiting for a worker.") : outcome(run)}
        </p>
        {run.error && <Notice tone="bad">{run.error}</Notice>}
        {failure && <Notice tone="bad">{failure}</Notice>}
        <MetricList metrics={run.metrics} />
        {curve && <LossChart curve={curve} metrics={run.metrics} />}
        <Disclosure summary="Details and log" open={props.place === "run"}>
          <p className={styles.muted}>
            {inWords(run.algorithm)} · {percent(run.testSize)} held out · seed {run.seed}
          </p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
          <ol className={styles.log} aria-label="Log" tabIndex={0}>
            {events.map((event) => (
              <li key={event.seq}>
                <Time at={event.at} /> {event.message || sentenceCase(event.type)}
              </li>
            ))}
          </ol>
        </Disclosure>
      </div>
    </Card>
  );
}

function outcome(run: {
  status: TrainingStatus;
  rows?: number | null;
  trainRows?: number | null;
  testRows?: number | null;
}): string {
  switch (run.status) {
    case "SUCCEEDED":
      return run.trainRows && run.testRows
        ? `Trained on ${run.trainRows} rows, measured on ${run.testRows} that it never saw.`
        : "Training is finished.";
    case "FAILED":
      return "Training failed. Nothing was registered.";
    case "CANCELLED":
      return "Training was cancelled. Nothing was registered.";
    default:
      return "";
  }
}
