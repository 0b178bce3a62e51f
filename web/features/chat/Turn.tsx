"use client";

import { memo } from "react";
import { type FragmentType, graphql, readFragment } from "../../gql/index.ts";
import { Button } from "../../ui/Button.tsx";
import { Markdown } from "../../ui/markdown/Markdown.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PersonMessage, Reply } from "./Message.tsx";
import { saidOnce } from "./said-once.ts";
import { TurnActions } from "./TurnActions.tsx";
import { TurnCard } from "./TurnCard.tsx";
import { AskedAgainContext, useThreadActions } from "./thread-actions.ts";
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
      ... on ConfirmationCard {
        requestId
        effects
      }
      ... on ChoiceCard {
        requestId
        question
      }
      ... on FeatureForm {
        requestId
        status
        features {
          question
        }
      }
      ...TurnCard_card
    }
    interpretation {
      ...Understanding_interpretation
    }
  }
`);

/** One exchange that is complete: what was said, and the reply with its cards. `askedAgain`: a later turn asks the same question. `isLast`: what was said last. `isServed`: it came with the page. */
export const Turn = memo(function Turn(props: {
  turn: FragmentType<typeof Turn_turn>;
  askedAgain: boolean;
  isLast: boolean;
  isServed: boolean;
}) {
  const turn = readFragment(Turn_turn, props.turn);
  const content = saidOnce(
    turn.content,
    turn.cards.flatMap((card) => {
      if (card.__typename === "ConfirmationCard") return card.effects;
      if (card.__typename === "ChoiceCard") return card.question;
      // A form that is closed asks nothing any more.
      if (card.__typename !== "FeatureForm" || card.status !== "OPEN" || props.askedAgain) return [];
      return card.features.map(({ question }) => question);
    }),
  );
  const { say } = useThreadActions();
  const asksByCard = turn.cards.some((card) => "requestId" in card && card.requestId === turn.pending?.id);
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
          content && <Markdown text={content} />
        )}
        <AskedAgainContext value={props.askedAgain}>
          {turn.cards.map((card, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a turn's cards keep their places
            <div key={index} className={styles.card} {...("requestId" in card && { id: cardId(card.requestId) })}>
              <TurnCard card={card} isServed={props.isServed} />
            </div>
          ))}
        </AskedAgainContext>
        {turn.pending?.status === "OPEN" && !asksByCard && <ToCard requestId={turn.pending.id} />}
        <Understanding message={turn.message} interpretation={turn.interpretation} />
        <TurnActions message={turn.message} content={turn.content} isLast={props.isLast} />
      </Reply>
    </article>
  );
});

const cardId = (requestId: string) => `request-${requestId}`;

/** Leads from a reminder of an open question up to the card that asks it. */
function ToCard({ requestId }: { requestId: string }) {
  const show = () => {
    const card = document.getElementById(cardId(requestId));
    card?.scrollIntoView({ block: "center" });
    card?.querySelector<HTMLElement>("input, select, button")?.focus({ preventScroll: true });
  };
  return (
    <div>
      <Button small onClick={show}>
        ↑ To the question
      </Button>
    </div>
  );
}
