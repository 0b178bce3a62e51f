"use client";

import { useEffect, useMemo } from "react";
import { type FragmentType, graphql, readFragment } from "../../gql/index.ts";
import { EarlierTurns } from "./EarlierTurns.tsx";
import { LiveTurnView } from "./LiveTurnView.tsx";
import { isAskedAgain, lastAsked } from "./last-asked.ts";
import type { LiveTurn } from "./live-turns.ts";
import { Turn } from "./Turn.tsx";
import { preloadCards } from "./TurnCard.tsx";

export const Conversation_thread = graphql(`
  fragment Conversation_thread on ChatThread {
    id
    turns(last: 50) {
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
`);

/** What has been said so far: the turns that are complete, then those under way. */
export default function Conversation(props: {
  thread: FragmentType<typeof Conversation_thread> | null | undefined;
  waiting: readonly LiveTurn[];
  onRetry: (turn: LiveTurn) => void;
}) {
  const thread = readFragment(Conversation_thread, props.thread);
  const turns = thread?.turns;
  const asked = useMemo(() => lastAsked(turns?.nodes ?? []), [turns]);
  useEffect(preloadCards, []);
  return (
    <>
      {thread && turns?.pageInfo.hasPreviousPage && (
        <EarlierTurns threadId={thread.id} before={turns.pageInfo.startCursor ?? ""} asked={asked} />
      )}
      {turns?.nodes.map((node) => (
        <Turn key={node.id} turn={node} askedAgain={isAskedAgain(node, asked)} />
      ))}
      {props.waiting.map((turn) => (
        <LiveTurnView key={turn.id} turn={turn} onRetry={props.onRetry} />
      ))}
    </>
  );
}
