"use client";

import { useState } from "react";
import { useClient, useQuery } from "urql";
import { graphql } from "../../gql/index.ts";
import { operation } from "../../graphql/operation.ts";
import { problemOf } from "../../graphql/problem-of.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Time } from "../../ui/Time.tsx";
import { useViewer } from "../identity/use-viewer.ts";
import { toast } from "../notifications/toast.ts";
import styles from "./models.module.css";
import { RestoreModelMutation } from "./registry-mutations.ts";

const RemovedModelsQuery = operation(
  graphql(`
    query RemovedModels {
      removedModels {
        name
        removedAt
        restorableUntil
        versions
      }
    }
  `),
);

/** Models that were removed and can be had back still; nothing where there are none. */
export function RemovedModels({ search }: { search: string }) {
  const client = useClient();
  const [{ data }, refetch] = useQuery({ query: RemovedModelsQuery, requestPolicy: "cache-and-network" });
  const { may } = useViewer();
  const [busy, setBusy] = useState<string>();
  const removed = (data?.removedModels ?? []).filter(({ name }) => name.toLowerCase().includes(search.toLowerCase()));
  if (removed.length === 0) return null;
  // Of several that had the same name, the one that was removed last comes back.
  const last = removed.filter(({ name }, index) => removed.findIndex((each) => each.name === name) === index);
  const restore = async (name: string) => {
    setBusy(name);
    const problem = problemOf(await client.mutation(RestoreModelMutation, { name }).toPromise());
    setBusy(undefined);
    if (problem) toast(problem, { tone: "bad" });
    else toast(`${name} is back. No version of it is in production.`);
    refetch({ requestPolicy: "network-only" });
  };
  return (
    <Card title="Removed">
      <ul className={styles.trainable}>
        {last.map(({ name, removedAt, restorableUntil, versions }) => (
          <li key={name}>
            <div>
              <strong>{name}</strong>
              <p className={styles.muted}>
                {versions === 1 ? "1 version" : `${versions} versions`} · removed <Time at={removedAt} /> · can be
                restored until <Time at={restorableUntil} />
              </p>
            </div>
            {may("models:remove") && (
              <Button small aria-label={`Restore ${name}`} busy={busy === name} onClick={() => void restore(name)}>
                Restore
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
