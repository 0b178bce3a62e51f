import { useEffect, useState } from "react";
import { useClient } from "urql";
import { graphql } from "../../gql/index.ts";
import { operation } from "../../graphql/operation.ts";

const TrainingProgressSubscription = operation(
  graphql(`
    subscription TrainingProgress($runId: ID!, $after: Int) {
      trainingProgress(runId: $runId, after: $after) {
        seq
        runId
        type
        progress
        message
        at
        metrics {
          name
          value
          split
        }
      }
    }
  `),
);

const TrainingRunQuery = operation(
  graphql(`
    query TrainingRun($id: ID!) {
      trainingRun(id: $id) {
        id
        ...TrainingRunCard_run
      }
    }
  `),
);

interface ShownEvent {
  seq: number;
  type: string;
  message: string;
  at: string;
  metrics: readonly { name: string; value: number; split: string }[];
}

/** A run's log keeps at most this many lines on the page. */
const mostEvents = 500;

/**
 * A run's events, in order: those that are known and, while the run is live, those that come. When the run ends it is read anew,
 * with its metrics and version.
 */
export function useTrainingEvents(runId: string, live: boolean, known: readonly ShownEvent[]): readonly ShownEvent[] {
  const client = useClient();
  const [came, setCame] = useState<readonly ShownEvent[]>([]);
  useEffect(() => {
    if (!live) return;
    const { unsubscribe } = client
      .subscription(TrainingProgressSubscription, { runId, after: 0 })
      .subscribe(({ data }) => {
        const event = data?.trainingProgress;
        if (!event) return;
        setCame((all) => [...all, event].slice(-mostEvents));
        if (event.type === "SUCCEEDED" || event.type === "FAILED" || event.type === "CANCELLED") {
          void client.query(TrainingRunQuery, { id: runId }, { requestPolicy: "network-only" }).toPromise();
        }
      });
    return unsubscribe;
  }, [client, runId, live]);
  const bySeq = new Map([...known, ...came].map((event) => [event.seq, event]));
  return [...bySeq.values()].sort((one, other) => one.seq - other.seq);
}
