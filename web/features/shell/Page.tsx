import type { ReactNode } from "react";
import styles from "./shell.module.css";

/** A page with a heading, what it is about, and what can be done with the whole of it. */
export function Page(props: { title: ReactNode; lead?: ReactNode; actions?: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.page}>
      <header className={styles.pageHead}>
        <div>
          <h1 className={styles.pageTitle}>{props.title}</h1>
          {props.lead && <p className={styles.pageLead}>{props.lead}</p>}
        </div>
        {props.actions}
      </header>
      {props.children}
    </div>
  );
}
