"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { graphql } from "../../gql/index.ts";
import { failureText } from "../../graphql/failure.ts";
import { operation } from "../../graphql/operation.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { sentenceCase } from "../../ui/format.ts";
import { Notice } from "../../ui/Notice.tsx";
import { useViewer } from "../identity/use-viewer.ts";
import { TrainMutation } from "../training/train-mutation.ts";
import styles from "./models.module.css";

const UntrainedModelsQuery = operation(
  graphql(`
    query UntrainedModels {
      trainingOptions {
        untrained {
          name
          description
          task
        }
      }
    }
  `),
);

/** Models that ship with the product and are not registered: a training registers them, and is followed on their page. */
export function UntrainedModels({ search }: { search: string }) {
  const router = useRouter();
  const [{ data }] = useQuery({ query: UntrainedModelsQuery, requestPolicy: "cache-and-network" });
  const [{ fetching }, train] = useMutation(TrainMutation);
  const { may } = useViewer();
  const [asked, setAsked] = useState<string>();
  const [failure, setFailure] = useState<string>();
  const untrained = (data?.trainingOptions.untrained ?? []).filter(({ name }) =>
    name.toLowerCase().includes(search.toLowerCase()),
  );
  if (untrained.length === 0) return null;

  const start = async (model: string) => {
    setAsked(model);
    setFailure(undefined);
    const result = await train({ input: { model } });
    if (result.error) return setFailure(failureText(result.error));
    const run = result.data?.trainModel;
    if (run?.__typename === "TrainingRun") router.push(`/models/${encodeURIComponent(model)}`);
    else setFailure(run?.message);
  };
  return (
    <Card title={may("training:write") ? "Ready to train" : "Not trained yet"}>
      <ul className={styles.trainable}>
        {untrained.map(({ name, description, task }) => (
          <li key={name}>
            <div>
              <strong>{name}</strong> <span className={styles.muted}>{sentenceCase(task)}</span>
              <p className={styles.muted}>{description}</p>
            </div>
            {may("training:write") && (
              <Button small aria-label={`Train ${name}`} busy={fetching && asked === name} onClick={() => start(name)}>
                Train
              </Button>
            )}
          </li>
        ))}
      </ul>
      {failure && <Notice tone="bad">{failure}</Notice>}
    </Card>
  );
}
