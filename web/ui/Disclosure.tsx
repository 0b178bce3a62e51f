import type { ReactNode } from "react";
import styles from "./Disclosure.module.css";

/** Something that is shown on demand; or at first already, where it is `open`. */
export function Disclosure(props: { summary: ReactNode; open?: boolean; children: ReactNode }) {
  const { summary, open = false, children } = props;
  return (
    <details className={styles.disclosure} open={open}>
      <summary className={styles.summary}>{summary}</summary>
      <div className={styles.content}>{children}</div>
    </details>
  );
}
