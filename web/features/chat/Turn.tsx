"use client";

import { memo } from "react";
import { type FragmentType, graphql, readFragment } from "../../gql/index.ts";
import { Button } from "../../ui/Button.tsx";
import { Markdown } from "../../ui/markdown/Markdown.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PersonMessage, Reply } from "./Message.tsx";
import { TurnCard } from "./TurnCard.tsx";
import { useThreadActions } from "./thread-actions.ts";
import styles from "./turns.module.css";
import { Understanding } from "./Understanding.tsx";

export const Turn_turn = graphql(`
  fragment Turn_turn on ChatTurn {
    id
    threadId
    message
    status
    kind
    content
    createdAt
    suggestions
    pending {
      id
      status
    }
    cards {
      __typename
      ...TurnCard_card
    }
    interpretation {
      ...Understanding_interpretation
    }
  }
`);

/** One exchange that is complete: what was said, and the reply with its cards. */
export const Turn = memo(function Turn(props: { turn: FragmentType<typeof Turn_turn> }) {
  const turn = readFragment(Turn_turn, props.turn);
  const { say } = useThreadActions();
  return (
    <article className={styles.turn} aria-label={`You said: ${turn.message}`} data-turn={turn.id} data-kind={turn.kind}>
      <PersonMessage text={turn.message} at={turn.createdAt} />
      <Reply>
        {turn.status === "FAILED" ? (
          <Notice
            tone="bad"
            action={
              <Button small onClick={() => say(turn.message)}>
                Try again
              </Button>
            }
          >
            {turn.content || "This could not be answered."}
          </Notice>
        ) : (
          turn.content && <Markdown text={turn.content} />
        )}
        {turn.cards.map((card, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a turn's cards keep their places
          <TurnCard key={index} card={card} />
        ))}
        <Understanding message={turn.message} interpretation={turn.interpretation} />
      </Reply>
    </article>
  );
});
