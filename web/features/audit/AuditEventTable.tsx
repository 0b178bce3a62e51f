import type { AuditOutcome } from "../../gql/graphql.ts";
import { type FragmentType, graphql, readFragment } from "../../gql/index.ts";
import { Badge, type Tone } from "../../ui/Badge.tsx";
import { actionInWords, sentenceCase } from "../../ui/format.ts";
import { Link } from "../../ui/Link.tsx";
import { Table } from "../../ui/Table.tsx";
import { Time } from "../../ui/Time.tsx";
import styles from "./audit.module.css";

export const AuditEventTable_event = graphql(`
  fragment AuditEventTable_event on AuditEvent {
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
  }
`);

const tones: Record<AuditOutcome, Tone> = { DONE: "good", REFUSED: "warn", FAILED: "bad" };

/** Who did what to which model, newest first as given; with the sentence that asked for it, and the one that confirmed it. */
export function AuditEventTable({ events }: { events: readonly FragmentType<typeof AuditEventTable_event>[] }) {
  return (
    <Table caption="Audit events" head={["When", "Action", "Outcome", "What happened", "Who"]} stacks>
      {readFragment(AuditEventTable_event, events).map((event) => (
        <tr key={event.id}>
          <td className={styles.when}>
            <Time at={event.at} />
            <div className={styles.muted}>#{event.seq}</div>
          </td>
          <td>
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
          </td>
          <td className={styles.who}>{event.actor.name}</td>
        </tr>
      ))}
    </Table>
  );
}

/** Where an act came from that no message asked for. */
function originOf(action: string): string {
  return action.startsWith("register") ? "by a training" : "by a button, or a client of the API";
}
