import { percent } from "../../ui/format.ts";
import styles from "./predictions.module.css";

/** Every class with its probability, the likeliest first: number, bar and a mark at the predicted one, so that it reads without colour. */
export function ClassProbabilities(props: {
  classes: readonly (readonly [name: string, probability: number])[];
  /** The class that is predicted, and how a person calls it. */
  predicted: { name: string; label: string };
}) {
  return (
    <ol className={styles.classes} aria-label="Probability of each class">
      {props.classes.map(([name, probability]) => {
        const isPredicted = name === props.predicted.name;
        return (
          <li key={name} data-predicted={isPredicted || undefined}>
            <span className={styles.className}>
              {isPredicted ? props.predicted.label : name}
              {isPredicted && <span className={styles.muted}> predicted</span>}
            </span>
            <span className={styles.classTrack} aria-hidden>
              <span className={styles.fill} style={{ width: `${probability * 100}%` }} />
            </span>
            <span className={styles.classNumber}>{percent(probability)}</span>
          </li>
        );
      })}
    </ol>
  );
}
