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
            You act as <strong>{data.viewer.actor.name}</strong>
            {data.viewer.role && ` (${data.viewer.role.toLowerCase()})`}, and the audit log says so.{" "}
            {data.viewer.permissions.length > 0
              ? "You may:"
              : "You may do nothing yet: whoever runs this has to give you a role."}
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
