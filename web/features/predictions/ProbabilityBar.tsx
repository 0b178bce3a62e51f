import { percent } from "../../ui/format.ts";
import styles from "./predictions.module.css";

/** A probability as a bar, with the number and the classes in words: it reads without colour. */
export function ProbabilityBar({ probability, label }: { probability: number; label: string }) {
  return (
    <div className={styles.probability}>
      {/* biome-ignore lint/a11y/useSemanticElements: browsers draw <meter> in their own colours, and hide its scale */}
      <div
        className={styles.track}
        role="meter"
        aria-label={`Probability of ${label}`}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(probability * 1000) / 10}
        aria-valuetext={`${percent(probability)} ${label}`}
      >
        <div className={styles.fill} style={{ width: `${probability * 100}%` }} />
        <div className={styles.half} />
      </div>
      <div className={styles.scale} aria-hidden>
        <span>0%</span>
        <span>50%</span>
        <span>100%</span>
      </div>
    </div>
  );
}
