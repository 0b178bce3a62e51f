import { type ReactNode, useId } from "react";
import styles from "./Field.module.css";

/** A labelled control with a hint and what is wrong with it. `children` gets the ids that tie them together. */
export function Field(props: {
  label: ReactNode;
  hint?: ReactNode;
  problem?: string | undefined;
  children: (ids: { id: string; "aria-describedby": string | undefined; "aria-invalid": boolean }) => ReactNode;
}) {
  const id = useId();
  const hintId = `${id}-hint`;
  const problemId = `${id}-problem`;
  const describedBy = [props.hint && hintId, props.problem && problemId].filter(Boolean).join(" ") || undefined;
  return (
    <div className={styles.field} data-invalid={props.problem ? true : undefined}>
      <label htmlFor={id} className={styles.label}>
        {props.label}
      </label>
      {props.children({ id, "aria-describedby": describedBy, "aria-invalid": Boolean(props.problem) })}
      {props.hint && (
        <p id={hintId} className={styles.hint}>
          {props.hint}
        </p>
      )}
      {props.problem && (
        <p id={problemId} className={styles.problem}>
          {props.problem}
        </p>
      )}
    </div>
  );
}

/** A question with a few answers, all of them in sight. */
export function ChoiceGroup(props: {
  label: ReactNode;
  hint?: ReactNode;
  problem?: string | undefined;
  name: string;
  options: readonly { value: string; label: string }[];
  value: string | undefined;
  onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <fieldset className={styles.field} aria-describedby={`${id}-hint`} data-invalid={props.problem ? true : undefined}>
      <legend className={styles.label}>{props.label}</legend>
      <div className={styles.choices}>
        {props.options.map((option) => (
          <label key={option.value} className={styles.choice}>
            <input
              type="radio"
              name={`${id}-${props.name}`}
              value={option.value}
              checked={props.value === option.value}
              onChange={() => props.onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      <div id={`${id}-hint`}>
        {props.hint && <p className={styles.hint}>{props.hint}</p>}
        {props.problem && <p className={styles.problem}>{props.problem}</p>}
      </div>
    </fieldset>
  );
}

export const inputClass = styles.input;
