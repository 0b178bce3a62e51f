"use client";

import { useQuery } from "urql";
import { Card } from "../../ui/Card.tsx";
import { FailureNotice } from "../../ui/FailureNotice.tsx";
import { Spinner } from "../../ui/Spinner.tsx";
import { ViewerQuery } from "../identity/use-viewer.ts";
import { permissionInWords } from "./permission-words.ts";
import styles from "./settings.module.css";

/** Who acts, and what they may do. */
export function WhoAmI() {
  const [{ data, error }, refetch] = useQuery({ query: ViewerQuery, requestPolicy: "cache-and-network" });
  return (
    <Card title="Who you are">
      {data ? (
        <div className={styles.stack}>
          <p>
            You act as <strong>{data.viewer.actor.name}</strong>, and the audit log says so. You may:
          </p>
          <ul className={styles.list}>
            {data.viewer.permissions.map((permission) => (
              <li key={permission}>{permissionInWords(permission)}</li>
            ))}
          </ul>
        </div>
      ) : error ? (
        <FailureNotice error={error} refetch={refetch} />
      ) : (
        <Spinner label="Reading who you are" />
      )}
    </Card>
  );
}
