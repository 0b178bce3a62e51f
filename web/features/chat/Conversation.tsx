"use client";

import { useEffect, useMemo } from "react";
import { type FragmentType, graphql, readFragment } from "../../gql/index.ts";
import { plainText } from "../../ui/markdown/plain-text.ts";
import { EarlierTurns } from "./EarlierTurns.tsx";
import { LiveTurnView } from "./LiveTurnView.tsx";
import { isAskedAgain, lastAsked } from "./last-asked.ts";
import type { LiveTurn } from "./live-turns.ts";
import { nextMessages } from "./next-messages.ts";
import { PromptList } from "./PromptList.tsx";
import { Turn } from "./Turn.tsx";
import { preloadCards } from "./TurnCard.tsx";
import { useThreadActions } from "./thread-actions.ts";

export const Conversation_thread = graphql(`
  fragment Conversation_thread on ChatThread {
    id
    turns(last: $last) {
      nodes {
        id
        suggestions
        cards {
          __typename
          ... on TrainingCard {
            run {
              id
              model
              status
              version {
                id
                stage
              }
            }
          }
          ... on ModelTable {
            rows {
              name
              production
              latest
            }
            trainable {
              command
            }
          }
          ... on HelpCard {
            said: suggestions
          }
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

/**
 * What has been said so far: the turns that are complete, then those under way; and what could be said next.
 * @param props.served the turns that came with the page
 * @param props.step what is being done for the turn under way; undefined when none is
 * @param props.spoken the reply that came last, in Markdown, to be read aloud
 */
export default function Conversation(props: {
  thread: FragmentType<typeof Conversation_thread> | null | undefined;
  served: ReadonlySet<string>;
  waiting: readonly LiveTurn[];
  step: string | undefined;
  spoken: string;
  onRetry: (turn: LiveTurn) => void;
}) {
  const { say } = useThreadActions();
  const thread = readFragment(Conversation_thread, props.thread);
  const turns = thread?.turns;
  const last = turns?.nodes.at(-1);
  const asked = useMemo(() => lastAsked(turns?.nodes ?? []), [turns]);
  useEffect(preloadCards, []);
  return (
    <>
      {thread && turns?.pageInfo.hasPreviousPage && (
        <EarlierTurns threadId={thread.id} before={turns.pageInfo.startCursor ?? ""} asked={asked} />
      )}
      {turns?.nodes.map((node) => (
        <Turn
          key={node.id}
          turn={node}
          askedAgain={isAskedAgain(node, asked)}
          isLast={node === last}
          isServed={props.served.has(node.id)}
        />
      ))}
      {props.waiting.map((turn) => (
        <LiveTurnView key={turn.id} turn={turn} onRetry={props.onRetry} />
      ))}
      {last && props.step === undefined && (
        <PromptList label="Suggested messages" prompts={nextMessages(last)} onSay={say} />
      )}
      <p className="visually-hidden" role="status">
        {props.step ?? plainText(props.spoken)}
      </p>
    </>
  );
}
