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
import { TrainMutation } from "./train-mutation.ts";
import styles from "./training.module.css";

const TrainFormQuery = operation(
  graphql(`
    query TrainForm($model: String!) {
      trainingOptions {
        testSize
        smallestTestSize
        largestTestSize
        seed
      }
      trainingRuns(first: 1, model: $model) {
        nodes {
          id
          ...TrainingRunCard_run
        }
      }
    }
  `),
);

/** GraphQL's Int ends here, and so do seeds. */
const largestSeed = 2_147_483_647;

/** Trains a new version, and shows the run as it goes. */
export function TrainForm({ model }: { model: string }) {
  const [testPercent, setTestPercent] = useState<string>();
  const [seed, setSeed] = useState("");
  const [failure, setFailure] = useState<string>();
  const [{ fetching }, train] = useMutation(TrainMutation);
  const [{ data }] = useQuery({ query: TrainFormQuery, variables: { model }, requestPolicy: "cache-and-network" });
  const run = data?.trainingRuns.nodes[0];
  const options = data?.trainingOptions;
  const shownPercent = testPercent ?? (options ? String(options.testSize * 100) : "");

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setFailure(undefined);
    const result = await train({
      input: {
        model,
        ...(shownPercent.trim() === "" ? {} : { testSize: Number(shownPercent) / 100 }),
        ...(seed.trim() === "" ? {} : { seed: Number(seed) }),
      },
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
                  {...(options && { min: options.smallestTestSize * 100, max: options.largestTestSize * 100 })}
                  step="any"
                  required
                  value={shownPercent}
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
                  max={largestSeed}
                  step={1}
                  placeholder={options ? String(options.seed) : ""}
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
