import type { ReactNode } from "react";
import { Time } from "../../ui/Time.tsx";
import styles from "./turns.module.css";

/** What a person said. */
export function PersonMessage({ text, at }: { text: string; at?: string }) {
  return (
    <div className={styles.person}>
      <p className={styles.said}>{text}</p>
      {at && (
        <span className={styles.when}>
          <Time at={at} />
        </span>
      )}
    </div>
  );
}

/** What Modelwright answers. */
export function Reply({ children }: { children: ReactNode }) {
  return <div className={styles.reply}>{children}</div>;
}
