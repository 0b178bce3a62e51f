"use client";

import { useId, useState } from "react";
import type { AuditOutcome } from "../../gql/graphql.ts";
import { type FragmentType, graphql, readFragment } from "../../gql/index.ts";
import { Badge, type Tone } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { actionInWords, sentenceCase } from "../../ui/format.ts";
import { Link } from "../../ui/Link.tsx";
import { Time } from "../../ui/Time.tsx";
import { AuditEventDetails } from "./AuditEventDetails.tsx";
import styles from "./audit.module.css";

export const AuditEventRow_event = graphql(`
  fragment AuditEventRow_event on AuditEvent {
    id
    seq
    at
    actor {
      id
      name
    }
    action
    outcome
    subject
    version
    summary
    message
    answer
    threadId
    ...AuditEventDetails_event
  }
`);

/** What a row has, from left to right. */
export const auditColumns = ["When", "Action", "Outcome", "What happened", "Who"];

const tones: Record<AuditOutcome, Tone> = { DONE: "good", REFUSED: "warn", FAILED: "bad" };

/** An entry: when, what, and who; with the sentence that asked for it, and the one that confirmed it. It opens to all that it holds. */
export function AuditEventRow(props: { event: FragmentType<typeof AuditEventRow_event> }) {
  const event = readFragment(AuditEventRow_event, props.event);
  const [open, setOpen] = useState(false);
  const detailsId = useId();
  return (
    <>
      <tr>
        <td className={styles.when}>
          <Time at={event.at} />
          <div className={styles.muted}>#{event.seq}</div>
        </td>
        <td className={styles.action}>
          <div>{actionInWords(event.action)}</div>
          <div className={styles.muted}>
            {event.subject}
            {event.version && ` version ${event.version}`}
          </div>
        </td>
        <td className={styles.outcome}>
          <Badge tone={tones[event.outcome]}>{sentenceCase(event.outcome)}</Badge>
        </td>
        <td className={styles.what}>
          <div>{event.summary}</div>
          <div className={styles.muted}>
            {event.message ? (
              <>
                said: <q>{event.message}</q>
                {event.answer && (
                  <>
                    , then: <q>{event.answer}</q>
                  </>
                )}
              </>
            ) : (
              originOf(event.action)
            )}{" "}
            {event.threadId && <Link href={`/chat/${event.threadId}`}>the conversation</Link>}
          </div>
          <Button
            small
            look="quiet"
            className={styles.open}
            aria-label={`Details of entry ${event.seq}`}
            aria-expanded={open}
            aria-controls={open ? detailsId : undefined}
            onClick={() => setOpen(!open)}
          >
            Details
          </Button>
        </td>
        <td className={styles.who}>{event.actor.name}</td>
      </tr>
      {open && (
        <tr id={detailsId} className={styles.details}>
          <td colSpan={auditColumns.length}>
            <AuditEventDetails event={event} />
          </td>
        </tr>
      )}
    </>
  );
}

/** Where an act came from that no message asked for. */
function originOf(action: string): string {
  return action.startsWith("register") ? "by a training" : "by a button, or a client of the API";
}
