"use client";

import { useState } from "react";
import { useQuery } from "urql";
import { graphql } from "../../gql/index.ts";
import { operation } from "../../graphql/operation.ts";
import { Button } from "../../ui/Button.tsx";
import styles from "./ThreadView.module.css";
import { Turn } from "./Turn.tsx";

const EarlierTurnsQuery = operation(
  graphql(`
    query EarlierTurns($id: ID!, $before: String!) {
      thread(id: $id) {
        id
        turns(last: 50, before: $before) {
          nodes {
            id
            ...Turn_turn
          }
          pageInfo {
            hasPreviousPage
            startCursor
          }
        }
      }
    }
  `),
);

/** The turns before a cursor, read when they are asked for; above them the ones before. */
export function EarlierTurns({ threadId, before }: { threadId: string; before: string }) {
  const [asked, setAsked] = useState(false);
  const [{ data, fetching }] = useQuery({
    query: EarlierTurnsQuery,
    variables: { id: threadId, before },
    pause: !asked,
  });
  const turns = data?.thread?.turns;
  if (!turns) {
    return (
      <Button small className={styles.more} busy={fetching} onClick={() => setAsked(true)}>
        Show earlier messages
      </Button>
    );
  }
  return (
    <div className={styles.earlier}>
      {turns.pageInfo.hasPreviousPage && turns.pageInfo.startCursor && (
        <EarlierTurns threadId={threadId} before={turns.pageInfo.startCursor} />
      )}
      {turns.nodes.map((node) => (
        <Turn key={node.id} turn={node} />
      ))}
    </div>
  );
}
