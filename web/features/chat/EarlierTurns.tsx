"use client";

import { useMemo, useState } from "react";
import { useQuery } from "urql";
import { graphql } from "../../gql/index.ts";
import { turnsAtFirst } from "../../graphql/cache-writes.ts";
import { operation } from "../../graphql/operation.ts";
import { Button } from "../../ui/Button.tsx";
import { isAskedAgain, type LastAsked, lastAsked } from "./last-asked.ts";
import styles from "./ThreadView.module.css";
import { Turn } from "./Turn.tsx";

const EarlierTurnsQuery = operation(
  graphql(`
    query EarlierTurns($id: ID!, $last: Int!, $before: String!) {
      thread(id: $id) {
        id
        turns(last: $last, before: $before) {
          nodes {
            id
            cards {
              __typename
              ... on ConfirmationCard {
                requestId
              }
              ... on ChoiceCard {
                requestId
              }
              ... on FeatureForm {
                requestId
              }
            }
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

/** The turns before a cursor, read when they are asked for; above them the ones before. `asked`: which turn asked a question last. */
export function EarlierTurns({ threadId, before, asked }: { threadId: string; before: string; asked: LastAsked }) {
  const [wanted, setWanted] = useState(false);
  const [{ data, fetching }] = useQuery({
    query: EarlierTurnsQuery,
    variables: { id: threadId, last: turnsAtFirst, before },
    pause: !wanted,
  });
  const turns = data?.thread?.turns;
  const askedHere = useMemo(() => new Map([...lastAsked(turns?.nodes ?? []), ...asked]), [turns, asked]);
  if (!turns) {
    return (
      <Button small className={styles.more} busy={fetching} onClick={() => setWanted(true)}>
        Show earlier messages
      </Button>
    );
  }
  return (
    <div className={styles.earlier}>
      {turns.pageInfo.hasPreviousPage && turns.pageInfo.startCursor && (
        <EarlierTurns threadId={threadId} before={turns.pageInfo.startCursor} asked={askedHere} />
      )}
      {turns.nodes.map((node) => (
        <Turn key={node.id} turn={node} askedAgain={isAskedAgain(node, askedHere)} isLast={false} isServed={false} />
      ))}
    </div>
  );
}
