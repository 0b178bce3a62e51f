"use client";

import { useState } from "react";
import { type FragmentType, graphql, readFragment } from "../../gql/index.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Time, useIsPast } from "../../ui/Time.tsx";
import { PlanDetails } from "../models/PlanDetails.tsx";
import { ClosedNotice, useIsOpen } from "./ClosedNotice.tsx";
import styles from "./cards.module.css";
import { useAnswer } from "./use-answer.ts";

export const ConfirmationCard_card = graphql(`
  fragment ConfirmationCard_card on ConfirmationCard {
    requestId
    title
    effects
    destructive
    digest
    expiresAt
    status
    gates {
      name
      ...PlanDetails_gate
    }
  }
`);

/** What will change, and a yes or no to exactly that. */
export function ConfirmationCard(props: { card: FragmentType<typeof ConfirmationCard_card> }) {
  const card = readFragment(ConfirmationCard_card, props.card);
  const expired = useIsPast(card.expiresAt);
  const status = card.status === "OPEN" && expired ? "EXPIRED" : card.status;
  const { answer, busy, failure, outcome } = useAnswer(card.requestId);
  const [said, setSaid] = useState<boolean>();
  const say = (confirm: boolean) => {
    setSaid(confirm);
    void answer({ confirm });
  };
  const open = useIsOpen(status);
  return (
    <Card
      title={card.title}
      aside={open && <Badge tone={card.destructive ? "bad" : "warn"}>needs your yes</Badge>}
      footer={
        open ? (
          <>
            <Button
              look={card.destructive ? "danger" : "primary"}
              busy={busy && said === true}
              onClick={() => say(true)}
            >
              Confirm
            </Button>
            <Button busy={busy && said === false} onClick={() => say(false)}>
              Cancel
            </Button>
            <span className={styles.small}>
              until <Time at={card.expiresAt} /> · plan <code>{card.digest.slice(0, 8)}</code>
            </span>
          </>
        ) : undefined
      }
    >
      <div className={styles.stack}>
        <PlanDetails effects={card.effects} gates={card.gates} />
        {open && failure && <Notice tone="bad">{failure}</Notice>}
        <ClosedNotice
          status={status}
          lost={
            outcome === "LATE"
              ? `Your “${said ? "Confirm" : "Cancel"}” here came after that, and did nothing.`
              : undefined
          }
        />
      </div>
    </Card>
  );
}
