"use client";

import type { FormEvent } from "react";
import { useQuery } from "urql";
import type { Task } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { operation } from "../../graphql/operation.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Link } from "../../ui/Link.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useViewer } from "../identity/use-viewer.ts";
import { TrainingRunCard } from "./TrainingRunCard.tsx";
import styles from "./training.module.css";
import { useTrain } from "./use-train.ts";
import { useTrainingSettings } from "./use-training-settings.tsx";

const TrainFormQuery = operation(
  graphql(`
    query TrainForm($model: String!) {
      trainingRuns(first: 1, model: $model) {
        nodes {
          id
          ...TrainingRunCard_run
        }
      }
    }
  `),
);

/** Trains a new version, and shows the run as it goes. */
export function TrainForm({ model, task }: { model: string; task: Task }) {
  const { train, fetching, failure } = useTrain();
  const { fields, input } = useTrainingSettings(task);
  const [{ data }] = useQuery({ query: TrainFormQuery, variables: { model }, requestPolicy: "cache-and-network" });
  const { may } = useViewer();
  const run = data?.trainingRuns.nodes[0];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void train({ model, ...input });
  };
  return (
    <>
      {may("training:write") && (
        <Card
          title="Train a new version"
          aside={<Link href={`/training?model=${encodeURIComponent(model)}`}>All runs</Link>}
        >
          <form className={styles.form} onSubmit={submit}>
            {fields}
            {failure && <Notice tone="bad">{failure}</Notice>}
            <div>
              <Button type="submit" busy={fetching}>
                Train
              </Button>
            </div>
          </form>
        </Card>
      )}
      {run && <TrainingRunCard run={run} place="model" />}
    </>
  );
}
