"use client";

import { useConnection } from "../../graphql/connection.ts";
import styles from "./shell.module.css";

/** Says that the connection is lost, until it is back. A short loss is not worth a word: it appears after a moment. */
export function ConnectionNotice() {
  const { state } = useConnection();
  return (
    <div role="status" className={styles.connection}>
      {state === "lost" && <p className={styles.lost}>The connection was lost. Trying again …</p>}
    </div>
  );
}
