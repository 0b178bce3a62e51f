"use client";

import { Fragment } from "react";
import { type CombinedError, useClient, useQuery, useSubscription } from "urql";
import { graphql } from "../../gql/index.ts";
import { isUnsigned } from "../../graphql/failure.ts";
import { operation } from "../../graphql/operation.ts";
import { classNames } from "../../ui/class-names.ts";
import { headlineMetric } from "../../ui/format.ts";
import { Link } from "../../ui/Link.tsx";
import styles from "./models.module.css";
import { PromoteButton } from "./PromoteButton.tsx";
import { tellOfOthers } from "./tell-of-others.ts";
import { WaitingLink } from "./WaitingLink.tsx";

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
      models(first: 20) {
        nodes {
          id
          name
          production {
            id
            version
          }
          versions(first: 1) {
            nodes {
              id
              version
              stage
            }
          }
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
        name
        actor
        at
      }
    }
  `),
);

function unreadText(error: CombinedError): string {
  return isUnsigned(error) ? "Sign in to see what is in production." : "The active model could not be read.";
}

/** Which version answers predictions now, or which waits to. Changes as soon as anyone promotes, archives, rolls back or removes. */
export function ActiveModelBanner() {
  const [{ data, error }] = useQuery({ query: ActiveModelQuery, requestPolicy: "cache-and-network" });
  const client = useClient();
  useSubscription({ query: ModelEventsSubscription }, (_before, event) => {
    void tellOfOthers(client, event.modelEvents);
    return event;
  });
  const active = data?.activeModel;
  const measure = active && headlineMetric(active.metrics);
  const others = data?.models.nodes.filter(({ id, production }) => production && id !== active?.model.id) ?? [];
  const candidate = data?.models.nodes
    .map(({ name, versions }) => ({ model: name, newest: versions.nodes[0] }))
    .find(({ newest }) => newest?.stage === "CANDIDATE");
  return (
    <aside className={styles.banner} aria-label="Active model" aria-live="polite">
      <span className={classNames(styles.dot, active && styles.live)} aria-hidden />
      {active ? (
        <>
          <span>
            Active model:{" "}
            <Link href={`/models/${encodeURIComponent(active.model.name)}`}>
              {active.model.name} version {active.version}
            </Link>
          </span>
          {measure && <span className={styles.muted}>{measure} on held-out data</span>}
          {others.length > 0 && (
            <span className={styles.muted}>
              Also in production:{" "}
              {others.map(({ id, name, production }, index) => (
                <Fragment key={id}>
                  {index > 0 && ", "}
                  <Link href={`/models/${encodeURIComponent(name)}`}>
                    {name} version {production?.version}
                  </Link>
                </Fragment>
              ))}
            </span>
          )}
        </>
      ) : (
        <>
          <span className={styles.muted}>
            {data ? "No model is in production." : error ? unreadText(error) : "Active model: …"}
          </span>
          {candidate?.newest && (
            <>
              <span>
                <Link href={`/models/${encodeURIComponent(candidate.model)}`}>
                  {candidate.model} version {candidate.newest.version}
                </Link>{" "}
                is a candidate and waits.
              </span>
              <PromoteButton model={candidate.model} version={candidate.newest.version} />
            </>
          )}
        </>
      )}
      <WaitingLink />
    </aside>
  );
}
