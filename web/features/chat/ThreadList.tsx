"use client";

import { usePathname } from "next/navigation";
import { useState } from "react";
import { useQuery } from "urql";
import { graphql } from "../../gql/index.ts";
import { operation } from "../../graphql/operation.ts";
import { Button } from "../../ui/Button.tsx";
import { Link } from "../../ui/Link.tsx";
import { Time } from "../../ui/Time.tsx";
import styles from "./ThreadList.module.css";

const ThreadsQuery = operation(
  graphql(`
    query Threads($first: Int!, $after: String) {
      threads(first: $first, after: $after) {
        nodes {
          id
          title
          updatedAt
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `),
);

const pageSize = 30;

/** The conversations, newest first. */
export function ThreadList() {
  return (
    <nav className={styles.threads} aria-label="Conversations">
      <h2 className={styles.title}>Conversations</h2>
      <ul className={styles.list}>
        <ThreadPage after={null} />
      </ul>
    </nav>
  );
}

/** A page of the list, and below it the ones that follow, as far as they were asked for. */
function ThreadPage({ after }: { after: string | null }) {
  const pathname = usePathname();
  const [goesOn, setGoesOn] = useState(false);
  const [{ data, error, fetching }] = useQuery({
    query: ThreadsQuery,
    variables: { first: pageSize, after },
    requestPolicy: "cache-and-network",
  });
  const threads = data?.threads.nodes ?? [];
  const { hasNextPage, endCursor } = data?.threads.pageInfo ?? {};
  if (threads.length === 0) {
    const none = after ? "" : "None yet. They will be kept here.";
    return <li className={styles.empty}>{error ? "They could not be read." : fetching ? "Reading …" : none}</li>;
  }
  return (
    <>
      {threads.map(({ id, title, updatedAt }) => {
        const href = `/chat/${id}`;
        return (
          <li key={id}>
            <Link
              href={href}
              className={styles.link}
              aria-current={pathname === href ? "page" : undefined}
              title={title}
            >
              <span className={styles.name}>{title}</span>{" "}
              <span className={styles.when}>
                <Time at={updatedAt} />
              </span>
            </Link>
          </li>
        );
      })}
      {hasNextPage && endCursor && goesOn && <ThreadPage after={endCursor} />}
      {hasNextPage && !goesOn && (
        <li>
          <Button look="quiet" small onClick={() => setGoesOn(true)}>
            Show more
          </Button>
        </li>
      )}
    </>
  );
}
