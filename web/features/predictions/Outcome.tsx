"use client";

import { percent } from "../../ui/format.ts";
import { useStep } from "../guide/first-steps.ts";
import { ClassProbabilities } from "./ClassProbabilities.tsx";
import { ProbabilityBar } from "./ProbabilityBar.tsx";
import styles from "./predictions.module.css";
import { classProbabilities, probabilityOf } from "./probabilities.ts";

/**
 * What was predicted, and how sure that is: of two classes the predicted one's probability, of more all of them, of a regression the
 * number. `label` says the value to a person.
 */
export function Outcome(props: { value: unknown; label: string; probabilities: unknown }) {
  const { value, label } = props;
  useStep("asked", true);
  const classes = classProbabilities(props.probabilities);
  const probability = probabilityOf(props.probabilities, value);
  if (probability === undefined) {
    return (
      <p className={styles.headline}>
        <span className={styles.number}>{label}</span>
      </p>
    );
  }
  return (
    <>
      <p className={styles.headline}>
        <span className={styles.number}>{classes.length > 2 ? label : percent(probability)}</span>
        <span className={styles.label}>
          {classes.length > 2 ? `with a probability of ${percent(probability)}` : `probability of “${label}”`}
        </span>
      </p>
      {classes.length > 2 ? (
        <ClassProbabilities classes={classes} predicted={{ name: String(value), label }} />
      ) : (
        <ProbabilityBar probability={probability} label={label} />
      )}
    </>
  );
}
