"use client";

import { useQuery } from "urql";
import { graphql } from "../../gql/index.ts";
import { operation } from "../../graphql/operation.ts";
import { Card } from "../../ui/Card.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Time } from "../../ui/Time.tsx";
import styles from "./models.module.css";

const UnservedModelsQuery = operation(
  graphql(`
    query UnservedModels($name: String) {
      registry {
        notShown(name: $name) {
          name
          why
          since
        }
      }
    }
  `),
);

/** Models that are known by their name alone, with what each lacks to serve. @param name the one of that name; else those that a search fits */
export function UnservedModels({ search = "", name = null }: { search?: string; name?: string | null }) {
  const [{ data }] = useQuery({
    query: UnservedModelsQuery,
    variables: { name },
    requestPolicy: "cache-and-network",
  });
  const unserved = (data?.registry.notShown ?? []).filter((each) =>
    each.name.toLowerCase().includes(search.toLowerCase()),
  );
  if (unserved.length === 0) return null;
  return (
    <Card title={`Registered by name, and not served (${unserved.length})`}>
      <ul className={styles.stack}>
        {unserved.slice(0, mostInSight).map((each) => (
          <Unserved key={each.name} {...each} />
        ))}
      </ul>
      {unserved.length > mostInSight && (
        <Disclosure summary={`${unserved.length - mostInSight} more`}>
          <ul className={styles.stack}>
            {unserved.slice(mostInSight).map((each) => (
              <Unserved key={each.name} {...each} />
            ))}
          </ul>
        </Disclosure>
      )}
    </Card>
  );
}

/** What is more than these is shown on demand. */
const mostInSight = 10;

function Unserved({ name, why, since }: { name: string; why: string; since?: string | null }) {
  return (
    <li className={styles.broken}>
      <strong>{name}</strong>{" "}
      {since && (
        <span className={styles.muted}>
          since <Time at={since} />
        </span>
      )}
      <p className={styles.muted}>{why}</p>
    </li>
  );
}
