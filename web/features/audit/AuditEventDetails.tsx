import type { ReactNode } from "react";
import { type FragmentType, graphql, readFragment } from "../../gql/index.ts";
import { Link } from "../../ui/Link.tsx";
import styles from "./audit.module.css";
import { changesOf } from "./changes.ts";
import { planDigestOf } from "./plan-digest.ts";

export const AuditEventDetails_event = graphql(`
  fragment AuditEventDetails_event on AuditEvent {
    id
    at
    message
    answer
    threadId
    requestId
    details
    before
    after
    hash
    previousHash
  }
`);

/** All that an entry holds: the sentence behind it, what was and what is, the plan, its place in the chain. */
export function AuditEventDetails(props: { event: FragmentType<typeof AuditEventDetails_event> }) {
  const event = readFragment(AuditEventDetails_event, props.event);
  const changes = changesOf(event.before, event.after);
  const planDigest = planDigestOf(event.details);
  return (
    <dl className={styles.facts}>
      <Fact name="At">
        <time dateTime={event.at}>{event.at}</time>
      </Fact>
      {event.message && (
        <Fact name="Asked for by">
          <q>{event.message}</q>
          {event.answer && (
            <>
              , then: <q>{event.answer}</q>
            </>
          )}{" "}
          {event.threadId && <Link href={`/chat/${event.threadId}`}>the conversation</Link>}
        </Fact>
      )}
      {changes.length > 0 && (
        <Fact name="Before and after">
          <ul className={styles.changes}>
            {changes.map(({ name, before, after }) => (
              <li key={name}>
                {name}: {before} <span aria-hidden>→</span>
                <span className="visually-hidden"> became </span> {after}
              </li>
            ))}
          </ul>
        </Fact>
      )}
      {planDigest && (
        <Fact name="Plan digest">
          <code>{planDigest}</code>
        </Fact>
      )}
      <Fact name="Request">
        <code>{event.requestId}</code>
      </Fact>
      <Fact name="Hash">
        <code>{event.hash}</code>
      </Fact>
      <Fact name="Hash before it">
        <code>{event.previousHash}</code>
      </Fact>
      <Fact name="Details">
        <pre className={styles.record}>{JSON.stringify(event.details, null, 2)}</pre>
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
