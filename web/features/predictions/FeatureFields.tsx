"use client";

import type { ReactNode } from "react";
import { type FragmentType, graphql, readFragment } from "../../gql/index.ts";
import { ChoiceGroup, Field, inputClass } from "../../ui/Field.tsx";
import { type FieldTexts, rangeInWords } from "./feature-values.ts";
import styles from "./predictions.module.css";

export const FeatureFields_feature = graphql(`
  fragment FeatureFields_feature on Feature {
    name
    kind
    categories
    options {
      value
      label
    }
    unit
    min
    max
    integer
    required
    description
    question
  }
`);

/** More categories than this go into a list that opens. */
const mostRadios = 6;

/** A control for each feature: choices for categories, numbers with their unit and range. */
export function FeatureFields(props: {
  features: readonly FragmentType<typeof FeatureFields_feature>[];
  texts: FieldTexts;
  problems: Readonly<Record<string, string>>;
  hints?: Readonly<Record<string, ReactNode>>;
  onChange: (name: string, text: string) => void;
}) {
  return readFragment(FeatureFields_feature, props.features).map((feature) => {
    const { name } = feature;
    const label = (
      <>
        {feature.question}
        {!feature.required && " (optional)"}
      </>
    );
    const common = { label, hint: props.hints?.[name], problem: props.problems[name] };
    const text = props.texts[name] ?? "";
    if (feature.kind === "CATEGORICAL") {
      const options = feature.options ?? (feature.categories ?? []).map((value) => ({ value, label: value }));
      if (options.length <= mostRadios) {
        return (
          <ChoiceGroup
            key={name}
            {...common}
            name={name}
            options={options}
            value={text}
            onChange={(value) => props.onChange(name, value)}
          />
        );
      }
      return (
        <Field key={name} {...common}>
          {(ids) => (
            <select
              {...ids}
              className={inputClass}
              value={text}
              onChange={(event) => props.onChange(name, event.target.value)}
            >
              <option value="">Choose …</option>
              {options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </select>
          )}
        </Field>
      );
    }
    const range = rangeInWords(feature);
    return (
      <Field
        key={name}
        {...common}
        label={
          <>
            {label}
            {feature.unit && !feature.question.includes(feature.unit) && (
              <span className="visually-hidden"> in {feature.unit}</span>
            )}
          </>
        }
        hint={
          (common.hint || range) && (
            <>
              {range && <>{range} </>}
              {common.hint}
            </>
          )
        }
      >
        {(ids) => (
          <span className={styles.measure}>
            <input
              {...ids}
              className={inputClass}
              type="number"
              inputMode={feature.integer ? "numeric" : "decimal"}
              step={feature.integer ? 1 : "any"}
              {...(feature.min != null ? { min: feature.min } : {})}
              {...(feature.max != null ? { max: feature.max } : {})}
              required={feature.required}
              value={text}
              onChange={(event) => props.onChange(name, event.target.value)}
            />
            {feature.unit && (
              <span className={styles.unit} aria-hidden>
                {feature.unit}
              </span>
            )}
          </span>
        )}
      </Field>
    );
  });
}
