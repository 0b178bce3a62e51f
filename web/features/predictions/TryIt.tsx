"use client";

import { type FormEvent, useState } from "react";
import { useMutation } from "urql";
import { type FragmentType, graphql, readFragment } from "../../gql/index.ts";
import { failureText } from "../../graphql/failure.ts";
import { operation } from "../../graphql/operation.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { inWords, plainNumber } from "../../ui/format.ts";
import { Notice } from "../../ui/Notice.tsx";
import { FeatureFields } from "./FeatureFields.tsx";
import { readForm } from "./feature-values.ts";
import { Outcome } from "./Outcome.tsx";
import styles from "./predictions.module.css";
import { useFirstProblem } from "./use-first-problem.ts";

export const TryIt_feature = graphql(`
  fragment TryIt_feature on Feature {
    name
    kind
    required
    min
    max
    integer
    ...FeatureFields_feature
  }
`);

const PredictMutation = operation(
  graphql(`
    mutation Predict($input: PredictInput!) {
      predict(input: $input) {
        __typename
        ... on Prediction {
          model
          version
          value
          probabilities
        }
        ... on Error {
          code
          message
        }
      }
    }
  `),
);

/** Asks the production version of a model. */
export function TryIt(props: {
  model: string;
  target: string;
  features: readonly FragmentType<typeof TryIt_feature>[];
}) {
  const features = readFragment(TryIt_feature, props.features);
  const [texts, setTexts] = useState<Record<string, string>>({});
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [{ data, error, fetching }, predict] = useMutation(PredictMutation);
  const form = useFirstProblem(problems);
  const outcome = data?.predict;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readForm(features, texts);
    setProblems(read.problems);
    if (Object.keys(read.problems).length === 0) void predict({ input: { model: props.model, features: read.values } });
  };

  return (
    <Card title="Try it">
      <form className={styles.form} ref={form} onSubmit={submit} noValidate>
        <FeatureFields
          features={features}
          texts={texts}
          problems={problems}
          onChange={(name, text) => setTexts((all) => ({ ...all, [name]: text }))}
        />
        <div className={styles.whole}>
          <div>
            <Button type="submit" look="primary" busy={fetching}>
              Predict
            </Button>
          </div>
        </div>
        <div className={styles.whole} role="status">
          {error && <Notice tone="bad">{failureText(error)}</Notice>}
          {outcome?.__typename === "Prediction" ? (
            <>
              <p className={styles.muted}>
                Version {outcome.version} predicts {inWords(props.target).toLowerCase()}:
              </p>
              <Outcome
                value={outcome.value}
                label={typeof outcome.value === "number" ? plainNumber(outcome.value) : String(outcome.value)}
                probabilities={outcome.probabilities}
              />
            </>
          ) : (
            outcome && <Notice tone="bad">{outcome.message}</Notice>
          )}
        </div>
      </form>
    </Card>
  );
}
