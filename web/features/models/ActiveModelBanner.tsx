"use client";

import Link from "next/link";
import { useEffect, useRef } from "react";
import { useQuery, useSubscription } from "urql";
import { graphql } from "../../gql/index.ts";
import { useConnection } from "../../graphql/connection.ts";
import { operation } from "../../graphql/operation.ts";
import { classNames } from "../../ui/class-names.ts";
import { percent } from "../../ui/format.ts";
import styles from "./models.module.css";

const ActiveModelQuery = operation(
  graphql(`
    query ActiveModel {
      activeModel {
        id
        version
        model {
          id
          name
        }
        metrics {
          name
          value
          split
        }
      }
    }
  `),
);

const ModelEventsSubscription = operation(
  graphql(`
    subscription ModelEvents {
      modelEvents {
        seq
        type
        model
        version
        at
      }
    }
  `),
);

/** Which version answers predictions now. Changes as soon as anyone promotes, archives, rolls back or removes. */
export function ActiveModelBanner() {
  const [{ data, error }, refetch] = useQuery({ query: ActiveModelQuery, requestPolicy: "cache-and-network" });
  useSubscription({ query: ModelEventsSubscription });
  const { recoveries } = useConnection();
  const seen = useRef(recoveries);
  useEffect(() => {
    if (seen.current === recoveries) return;
    seen.current = recoveries;
    // Events that came while the connection was lost are not replayed: read anew.
    refetch({ requestPolicy: "network-only" });
  }, [recoveries, refetch]);

  const active = data?.activeModel;
  const accuracy = active?.metrics.find(({ name, split }) => name === "accuracy" && split === "holdout")?.value;
  return (
    <aside className={styles.banner} aria-label="Active model" aria-live="polite">
      <span className={classNames(styles.dot, active && styles.live)} aria-hidden />
      {active ? (
        <>
          <span>
            Active model:{" "}
            <Link href={`/models/${encodeURIComponent(active.model.name)}`} prefetch={false}>
              {active.model.name} version {active.version}
            </Link>
          </span>
          {accuracy !== undefined && (
            <span className={styles.muted}>{percent(accuracy)} accuracy on held-out data</span>
          )}
        </>
      ) : (
        <span className={styles.muted}>
          {data ? "No model is in production." : error ? "The active model could not be read." : "Active model: …"}
        </span>
      )}
    </aside>
  );
}
