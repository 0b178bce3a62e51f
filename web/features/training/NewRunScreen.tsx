"use client";

import { useRouter, useSearchParams } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useQuery } from "urql";
import { graphql } from "../../gql/index.ts";
import { operation } from "../../graphql/operation.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { FailureNotice } from "../../ui/FailureNotice.tsx";
import { Field, inputClass } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Spinner } from "../../ui/Spinner.tsx";
import { useViewer } from "../identity/use-viewer.ts";
import { Page } from "../shell/Page.tsx";
import styles from "./training.module.css";
import { useTrain } from "./use-train.ts";
import { useTrainingSettings } from "./use-training-settings.tsx";

const TrainableQuery = operation(
  graphql(`
    query Trainable {
      models(first: 200) {
        nodes {
          id
          name
          description
          task
          trainable
        }
      }
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

/** Asks what to train and how, and leads to the run. */
export function NewRunScreen() {
  return (
    <Page title="New training" lead="What comes of it is a candidate. It answers predictions when it is promoted.">
      <NewRunForm />
    </Page>
  );
}

function NewRunForm() {
  const router = useRouter();
  const asked = useSearchParams().get("model");
  const [picked, setPicked] = useState<string>();
  const [{ data, error }, refetch] = useQuery({ query: TrainableQuery, requestPolicy: "cache-and-network" });
  const models = data
    ? [...data.models.nodes.filter(({ trainable }) => trainable), ...data.trainingOptions.untrained]
    : [];
  const model = models.find(({ name }) => name === (picked ?? asked)) ?? models[0];
  const { fields, input } = useTrainingSettings(model?.task);
  const { train, fetching, failure } = useTrain();
  const { may } = useViewer();
  if (!may("training:write")) return <Notice>You may look at trainings, not begin one.</Notice>;
  if (error && !data) return <FailureNotice error={error} refetch={refetch} />;
  if (!model) return <Spinner label="Reading what can be trained" />;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const run = await train({ model: model.name, ...input });
    if (run) router.push(`/training/${run}`);
  };
  return (
    <Card title="What to train, and how">
      <form className={styles.form} onSubmit={submit}>
        <Field label="Model" hint={model.description}>
          {(ids) => (
            <select
              {...ids}
              className={inputClass}
              value={model.name}
              onChange={(event) => setPicked(event.target.value)}
            >
              {models.map(({ name }) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          )}
        </Field>
        {fields}
        <p className={styles.muted}>
          The same model, share and seed hold out the same rows: what is trained twice can be compared.
        </p>
        {failure && <Notice tone="bad">{failure}</Notice>}
        <div>
          <Button type="submit" look="primary" busy={fetching}>
            Train
          </Button>
        </div>
      </form>
    </Card>
  );
}
