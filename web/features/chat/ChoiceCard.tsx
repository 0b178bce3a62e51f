"use client";

import { useState } from "react";
import { type FragmentType, graphql, readFragment } from "../../gql/index.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { ClosedNotice, useIsOpen } from "./ClosedNotice.tsx";
import styles from "./cards.module.css";
import { useAnswer } from "./use-answer.ts";

export const ChoiceCard_card = graphql(`
  fragment ChoiceCard_card on ChoiceCard {
    requestId
    question
    status
    options {
      value
      label
    }
  }
`);

/** A question with a few answers. */
export function ChoiceCard(props: { card: FragmentType<typeof ChoiceCard_card> }) {
  const card = readFragment(ChoiceCard_card, props.card);
  const { answer, busy, failure, outcome } = useAnswer(card.requestId);
  const [chosen, setChosen] = useState<string>();
  const open = useIsOpen(card.status);
  const label = card.options.find(({ value }) => value === chosen)?.label;
  return (
    <Card title={card.question}>
      <div className={styles.stack}>
        <div className={styles.row}>
          {card.options.map((option) => (
            <Button
              key={option.value}
              disabled={!open}
              busy={busy && chosen === option.value}
              onClick={() => {
                setChosen(option.value);
                void answer({ choice: option.value });
              }}
            >
              {option.label}
            </Button>
          ))}
        </div>
        {open && failure && <Notice tone="bad">{failure}</Notice>}
        <ClosedNotice
          status={card.status}
          lost={outcome === "LATE" ? `Your choice of ${label} here came after that, and did nothing.` : undefined}
        />
      </div>
    </Card>
  );
}
