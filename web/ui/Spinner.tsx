import styles from "./Spinner.module.css";

/** Something is under way. Says so to a screen reader when it is given a label. */
export function Spinner({ label }: { label?: string }) {
  return label ? (
    <span className={styles.row} role="status">
      <span className={styles.spinner} aria-hidden />
      <span>{label}</span>
    </span>
  ) : (
    <span className={styles.spinner} aria-hidden />
  );
}
