import { useId } from "react";
import styles from "./Field.module.css";

/** A question to which several answers can be given, all of them in sight. */
export function CheckGroup<Value extends string | number>(props: {
  label: string;
  hint: string;
  options: readonly { value: Value; label: string; disabled?: boolean }[];
  values: readonly Value[];
  onChange: (values: Value[]) => void;
}) {
  const hintId = useId();
  const toggle = (value: Value) =>
    props.values.includes(value) ? props.values.filter((each) => each !== value) : [...props.values, value];
  return (
    <fieldset className={styles.field} aria-describedby={hintId}>
      <legend className={styles.label}>{props.label}</legend>
      <div className={styles.choices}>
        {props.options.map(({ value, label, disabled }) => (
          <label key={value} className={styles.choice}>
            <input
              type="checkbox"
              checked={props.values.includes(value)}
              disabled={disabled}
              onChange={() => props.onChange(toggle(value))}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
      <p id={hintId} className={styles.hint}>
        {props.hint}
      </p>
    </fieldset>
  );
}
