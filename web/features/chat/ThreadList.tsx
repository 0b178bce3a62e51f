"use client";

import { usePathname, useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import { type CombinedError, useClient, useQuery } from "urql";
import { graphql } from "../../gql/index.ts";
import { isUnsigned } from "../../graphql/failure.ts";
import { operation } from "../../graphql/operation.ts";
import { useReadAnew } from "../../graphql/use-read-anew.ts";
import { Button } from "../../ui/Button.tsx";
import { inputClass } from "../../ui/Field.tsx";
import styles from "./ThreadList.module.css";
import { ThreadRow } from "./ThreadRow.tsx";
import { useSameInTabs } from "./tell-tabs.ts";

const ThreadsQuery = operation(
  graphql(`
    query Threads($first: Int!, $after: String, $search: String) {
      threads(first: $first, after: $after, search: $search) {
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
/** Who types pauses about as long between words: less would ask for every letter. */
const pauseMs = 200;
/** What others begin, rename and delete is in the list after this at the latest. */
const readEveryMs = 15_000;

/** The conversations, the one spoken in last first; or those in which some words stand. */
export default function ThreadList() {
  const [typed, setTyped] = useState("");
  const [search, setSearch] = useState("");
  const title = useRef<HTMLHeadingElement>(null);
  const pathname = usePathname();
  const router = useRouter();
  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed.trim()), pauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  // Here for all of the page: the list is on each one, and no part of the first script.
  useReadAnew();
  const client = useClient();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "hidden") return;
      const head = { first: pageSize, after: null, search: search || null };
      client.query(ThreadsQuery, head, { requestPolicy: "network-only" }).toPromise();
    }, readEveryMs);
    return () => clearInterval(timer);
  }, [client, search]);
  const onDeleted = useCallback(
    (id: string) => {
      // The row is gone with its button: who was on it goes on at the list's head.
      title.current?.focus();
      if (pathname === `/chat/${id}`) router.push("/");
    },
    [pathname, router],
  );
  return (
    <nav className={styles.threads} aria-label="Conversations">
      <h2 className={styles.title} ref={title} tabIndex={-1}>
        Conversations
      </h2>
      <search className={styles.search}>
        <input
          type="search"
          className={inputClass}
          aria-label="Search the conversations"
          placeholder="Search"
          maxLength={200}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </search>
      <ul className={styles.list}>
        <ThreadPage key={search} search={search || null} after={null} onDeleted={onDeleted} />
      </ul>
    </nav>
  );
}

function unreadText(error: CombinedError): string {
  return isUnsigned(error) ? "Sign in to see yours." : "They could not be read.";
}

function stateOf(threads: readonly { id: string; title: string; updatedAt: string }[]): string {
  return threads.map(({ id, title, updatedAt }) => `${id} ${updatedAt} ${title}`).join("\n");
}

/** A page of the list, and below it the ones that follow, as far as they were asked for. */
function ThreadPage(props: { search: string | null; after: string | null; onDeleted: (id: string) => void }) {
  const { search, after, onDeleted } = props;
  const pathname = usePathname();
  const [goesOn, setGoesOn] = useState(false);
  const [{ data, error, fetching }, refetch] = useQuery({
    query: ThreadsQuery,
    variables: { first: pageSize, after, search },
    requestPolicy: "cache-and-network",
  });
  const readAnew = useCallback(() => refetch({ requestPolicy: "network-only" }), [refetch]);
  const isHead = search === null && after === null;
  useSameInTabs(isHead && data && !fetching ? stateOf(data.threads.nodes) : undefined, readAnew);
  const threads = data?.threads.nodes ?? [];
  const { hasNextPage, endCursor } = data?.threads.pageInfo ?? {};
  if (threads.length === 0) {
    const none = search ? "None has these words." : after ? "" : "None yet. They will be kept here.";
    return (
      <li className={styles.empty} aria-live="polite">
        {error ? unreadText(error) : fetching ? "Reading …" : none}
      </li>
    );
  }
  return (
    <>
      {threads.map((thread) => (
        <li key={thread.id} className={styles.row}>
          <ThreadRow thread={thread} current={pathname === `/chat/${thread.id}`} onDeleted={onDeleted} />
        </li>
      ))}
      {hasNextPage && endCursor && goesOn && <ThreadPage search={search} after={endCursor} onDeleted={onDeleted} />}
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
