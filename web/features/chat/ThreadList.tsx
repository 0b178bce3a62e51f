"use client";

import { usePathname } from "next/navigation";
import { useState } from "react";
import { useQuery } from "urql";
import { graphql } from "../../gql/index.ts";
import { operation } from "../../graphql/operation.ts";
import { Button } from "../../ui/Button.tsx";
import { Link } from "../../ui/Link.tsx";
import { RelativeTime, Time } from "../../ui/Time.tsx";
import styles from "./ThreadList.module.css";

const ThreadsQuery = operation(
  graphql(`
    query Threads($first: Int!) {
      threads(first: $first) {
        nodes {
          id
          title
          updatedAt
        }
        pageInfo {
          hasNextPage
        }
      }
    }
  `),
);

const pageSize = 30;
const mostShown = 100;

/** The conversations, newest first. */
export function ThreadList() {
  const pathname = usePathname();
  const [first, setFirst] = useState(pageSize);
  const [{ data, error, fetching }] = useQuery({
    query: ThreadsQuery,
    variables: { first },
    requestPolicy: "cache-and-network",
  });
  const threads = data?.threads.nodes ?? [];
  const titles = threads.map(({ title }) => title);
  return (
    <nav className={styles.threads} aria-label="Conversations">
      <h2 className={styles.title}>Conversations</h2>
      {threads.length === 0 && (
        <p className={styles.empty}>
          {error ? "They could not be read." : fetching ? "Reading …" : "None yet. They will be kept here."}
        </p>
      )}
      <ul className={styles.list}>
        {threads.map((thread) => {
          const href = `/chat/${thread.id}`;
          // Two conversations of one title are told apart by when they were.
          const twin = titles.indexOf(thread.title) !== titles.lastIndexOf(thread.title);
          return (
            <li key={thread.id}>
              <Link
                href={href}
                className={styles.link}
                aria-current={pathname === href ? "page" : undefined}
                title={thread.title}
              >
                <span className={styles.name}>{thread.title}</span>{" "}
                <span className={styles.when}>
                  {twin ? <Time at={thread.updatedAt} /> : <RelativeTime at={thread.updatedAt} />}
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
      {data?.threads.pageInfo.hasNextPage && first < mostShown && (
        <Button look="quiet" small busy={fetching} onClick={() => setFirst(mostShown)}>
          Show more
        </Button>
      )}
    </nav>
  );
}
