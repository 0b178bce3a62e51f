"use client";

import { type FormEvent, lazy, memo, Suspense, useState } from "react";
import { useMutation } from "urql";
import { type FragmentType, graphql, readFragment } from "../../gql/index.ts";
import { failureText } from "../../graphql/failure.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { inWords, plainNumber } from "../../ui/format.ts";
import { Notice } from "../../ui/Notice.tsx";
import { FeatureFields } from "./FeatureFields.tsx";
import { readForm } from "./feature-values.ts";
import { Outcome } from "./Outcome.tsx";
import { PredictMutation } from "./predict-mutation.ts";
import styles from "./predictions.module.css";
import { useFirstProblem } from "./use-first-problem.ts";

// There is nothing to change before something was predicted.
const WhatIf = lazy(() => import("./WhatIf.tsx"));

export const TryIt_feature = graphql(`
  fragment TryIt_feature on Feature {
    name
    kind
    required
    min
    max
    integer
    ...FeatureFields_feature
    ...WhatIf_feature
  }
`);

/** Asks the production version of a model; then what it would say if one thing were different. */
export const TryIt = memo(function TryIt(props: {
  model: string;
  target: string;
  /** What can be predicted, and what a person calls it; of a regression none. */
  classes: readonly { value: string; label: string }[];
  features: readonly FragmentType<typeof TryIt_feature>[];
}) {
  const features = readFragment(TryIt_feature, props.features);
  const [texts, setTexts] = useState<Record<string, string>>({});
  const [asked, setAsked] = useState<Record<string, string | number>>();
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [{ data, error, fetching }, predict] = useMutation(PredictMutation);
  const form = useFirstProblem(problems);
  const outcome = data?.predict;
  const labelOf = (value: unknown) =>
    typeof value === "number"
      ? plainNumber(value)
      : (props.classes.find((known) => known.value === value)?.label ?? String(value));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readForm(features, texts);
    setProblems(read.problems);
    if (Object.keys(read.problems).length > 0) return;
    setAsked(read.values);
    void predict({ input: { model: props.model, features: read.values } });
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
              <Outcome value={outcome.value} label={labelOf(outcome.value)} probabilities={outcome.probabilities} />
            </>
          ) : (
            outcome && <Notice tone="bad">{outcome.message}</Notice>
          )}
        </div>
      </form>
      {outcome?.__typename === "Prediction" && asked && (
        <Suspense>
          <WhatIf
            key={JSON.stringify(asked)}
            model={props.model}
            features={features}
            values={asked}
            before={outcome}
            labelOf={labelOf}
          />
        </Suspense>
      )}
    </Card>
  );
});
