"use client";

import { useEffect, useRef, useState } from "react";
import { useClient } from "urql";
import { type FragmentType, graphql, readFragment } from "../../gql/index.ts";
import { failureText } from "../../graphql/failure.ts";
import { Field, inputClass } from "../../ui/Field.tsx";
import { inWords, plainNumber } from "../../ui/format.ts";
import { Notice } from "../../ui/Notice.tsx";
import { FeatureFields } from "./FeatureFields.tsx";
import { readForm } from "./feature-values.ts";
import { movedInWords, type Predicted } from "./moved-in-words.ts";
import { Outcome } from "./Outcome.tsx";
import { PredictMutation } from "./predict-mutation.ts";
import styles from "./predictions.module.css";

export const WhatIf_feature = graphql(`
  fragment WhatIf_feature on Feature {
    name
    kind
    required
    min
    max
    integer
    unit
    question
    ...FeatureFields_feature
  }
`);

/** A slider asks at most this often while it moves. */
const pauseMs = 120;

/** Moves one feature of a case that was predicted, and shows how the prediction moves with it. The others stay as they are. */
export default function WhatIf(props: {
  model: string;
  features: readonly FragmentType<typeof WhatIf_feature>[];
  values: Readonly<Record<string, string | number>>;
  before: Predicted;
  /** What a person calls what was predicted. */
  labelOf: (value: unknown) => string;
}) {
  const { model, values, before, labelOf } = props;
  const features = readFragment(WhatIf_feature, props.features);
  const [name, setName] = useState(features[0]?.name ?? "");
  const [moved, setMoved] = useState<string>();
  const feature = features.find((each) => each.name === name);
  const text = moved ?? String(values[name] ?? "");
  const read = feature && moved !== undefined ? readForm([feature], { [name]: moved }) : undefined;
  const value = read?.values[name];
  const { after, failure } = usePrediction(model, value === undefined ? undefined : { ...values, [name]: value });
  if (!feature) return null;
  return (
    <section className={styles.whatIf} aria-label="What if">
      <h3 className={styles.whatIfTitle}>What if one thing were different?</h3>
      <Field label="Feature">
        {(ids) => (
          <select
            {...ids}
            className={inputClass}
            value={name}
            onChange={(event) => {
              setName(event.target.value);
              setMoved(undefined);
            }}
          >
            {features.map((each) => (
              <option key={each.name} value={each.name}>
                {inWords(each.name)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {feature.kind === "NUMERIC" && feature.min != null && feature.max != null ? (
        <Field label={feature.question} hint={`${plainNumber(Number(text))}${feature.unit ? ` ${feature.unit}` : ""}`}>
          {(ids) => (
            <input
              {...ids}
              type="range"
              className={styles.slider}
              min={feature.min ?? 0}
              max={feature.max ?? 0}
              step={feature.integer ? 1 : ((feature.max ?? 0) - (feature.min ?? 0)) / 100}
              value={text}
              aria-valuetext={`${text}${feature.unit ? ` ${feature.unit}` : ""}`}
              onChange={(event) => setMoved(event.target.value)}
            />
          )}
        </Field>
      ) : (
        <FeatureFields
          features={[feature]}
          texts={{ [name]: text }}
          problems={read?.problems ?? {}}
          onChange={(_name, typed) => setMoved(typed)}
        />
      )}
      {failure && <Notice tone="bad">{failure}</Notice>}
      {after && (
        <>
          <p role="status">{movedInWords(before, after, labelOf)}</p>
          <Outcome value={after.value} label={labelOf(after.value)} probabilities={after.probabilities} />
        </>
      )}
    </section>
  );
}

/** The prediction for some values, asked anew when they change; the last one stays until the next is there. */
function usePrediction(model: string, values: Record<string, string | number> | undefined) {
  const client = useClient();
  const [result, setResult] = useState<{ after?: Predicted; failure?: string }>({});
  const asked = useRef(0);
  const key = values && JSON.stringify(values);
  useEffect(() => {
    const number = ++asked.current;
    if (!key) return setResult({});
    const timer = setTimeout(async () => {
      const input = { model, features: JSON.parse(key) };
      const { data, error } = await client.mutation(PredictMutation, { input }).toPromise();
      // What was asked before may be answered after.
      if (number !== asked.current) return;
      const predicted = data?.predict;
      if (predicted?.__typename === "Prediction") setResult({ after: predicted });
      else setResult({ failure: error ? failureText(error) : (predicted?.message ?? "") });
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [client, model, key]);
  return result;
}
