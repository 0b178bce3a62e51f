"use client";

import { useQuery } from "urql";
import { graphql } from "../../gql/index.ts";
import { operation } from "../../graphql/operation.ts";
import { Card } from "../../ui/Card.tsx";
import { FailureNotice } from "../../ui/FailureNotice.tsx";
import { Spinner } from "../../ui/Spinner.tsx";
import styles from "./settings.module.css";

const RegistryQuery = operation(
  graphql(`
    query RegistryState {
      registry {
        server
        reachable
        notShown {
          name
          why
        }
      }
    }
  `),
);

/** Where models are kept, and which of them can't be shown. */
export function RegistryState() {
  const [{ data, error }, refetch] = useQuery({ query: RegistryQuery, requestPolicy: "cache-and-network" });
  return (
    <Card title="Registry">
      {data ? (
        <div className={styles.stack}>
          {data.registry.server === null ? (
            <p>Models are kept in this service's own database.</p>
          ) : (
            <p className={styles.address}>
              Models are kept on the MLflow server at <strong>{data.registry.server}</strong>
              {data.registry.reachable
                ? ", and mirrored here."
                : ". It does not answer now: what is here can be read, and nothing can be changed."}
            </p>
          )}
          {data.registry.notShown.length > 0 && (
            <>
              <p>These models are known by their name alone, and can't be served:</p>
              <ul className={styles.list}>
                {data.registry.notShown.map(({ name, why }) => (
                  <li key={name} className={styles.address}>
                    <strong>{name}</strong>: {why}
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      ) : error ? (
        <FailureNotice error={error} refetch={refetch} />
      ) : (
        <Spinner label="Reading where models are kept" />
      )}
    </Card>
  );
}
