import type { ReactNode } from "react";
import type { Tone } from "./Badge.tsx";
import { classNames } from "./class-names.ts";
import styles from "./Notice.module.css";

/** A remark with what to do about it. A bad one is announced at once. */
export function Notice({
  tone = "neutral",
  children,
  action,
}: {
  tone?: Tone;
  children: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className={classNames(styles.notice, styles[tone])} role={tone === "bad" ? "alert" : "status"}>
      <div className={styles.text}>{children}</div>
      {action}
    </div>
  );
}
