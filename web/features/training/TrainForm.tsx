"use client";

import { type FormEvent, useState } from "react";
import { useMutation, useQuery } from "urql";
import { graphql } from "../../gql/index.ts";
import { failureText } from "../../graphql/failure.ts";
import { operation } from "../../graphql/operation.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Field, inputClass } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { TrainingRunCard } from "./TrainingRunCard.tsx";
import styles from "./training.module.css";

const TrainMutation = operation(
  graphql(`
    mutation TrainModel($input: TrainModelInput!) {
      trainModel(input: $input) {
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

const LatestRunQuery = operation(
  graphql(`
    query LatestRun($model: String!) {
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
export function TrainForm({ model }: { model: string }) {
  const [testPercent, setTestPercent] = useState("20");
  const [seed, setSeed] = useState("");
  const [failure, setFailure] = useState<string>();
  const [{ fetching }, train] = useMutation(TrainMutation);
  const [{ data }] = useQuery({ query: LatestRunQuery, variables: { model }, requestPolicy: "cache-and-network" });
  const run = data?.trainingRuns.nodes[0];

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setFailure(undefined);
    const result = await train({
      input: { model, testSize: Number(testPercent) / 100, ...(seed.trim() === "" ? {} : { seed: Number(seed) }) },
    });
    if (result.error) setFailure(failureText(result.error));
    else if (result.data && result.data.trainModel.__typename !== "TrainingRun")
      setFailure(result.data.trainModel.message);
  };

  return (
    <>
      <Card title="Train a new version">
        <form className={styles.form} onSubmit={submit}>
          <div className={styles.row}>
            <Field label="Held out for measuring (%)">
              {(ids) => (
                <input
                  {...ids}
                  className={inputClass}
                  type="number"
                  min={1}
                  max={90}
                  step="any"
                  required
                  value={testPercent}
                  onChange={(event) => setTestPercent(event.target.value)}
                />
              )}
            </Field>
            <Field label="Seed (optional)">
              {(ids) => (
                <input
                  {...ids}
                  className={inputClass}
                  type="number"
                  min={0}
                  step={1}
                  value={seed}
                  onChange={(event) => setSeed(event.target.value)}
                />
              )}
            </Field>
          </div>
          {failure && <Notice tone="bad">{failure}</Notice>}
          <div>
            <Button type="submit" busy={fetching}>
              Train
            </Button>
          </div>
        </form>
      </Card>
      {run && <TrainingRunCard run={run} />}
    </>
  );
}
