import { Button } from "../../ui/Button.tsx";
import { Markdown } from "../../ui/markdown/Markdown.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Spinner } from "../../ui/Spinner.tsx";
import type { LiveTurn } from "./live-turns.ts";
import { PersonMessage, Reply } from "./Message.tsx";
import styles from "./turns.module.css";

/** A turn while it is made: its steps as they happen, then the reply as it comes. */
export function LiveTurnView({ turn, onRetry }: { turn: LiveTurn; onRetry: (turn: LiveTurn) => void }) {
  return (
    <article
      className={styles.turn}
      aria-label={`You said: ${turn.message}`}
      data-turn={turn.id}
      data-live={turn.status}
    >
      <PersonMessage text={turn.message} />
      <Reply>
        {turn.status === "UNSENT" || turn.status === "FAILED" ? (
          <Notice
            tone={turn.waiting ? "warn" : "bad"}
            action={
              <Button small onClick={() => onRetry(turn)}>
                Try again
              </Button>
            }
          >
            {turn.problem || "This could not be answered."}
            {turn.waiting && " Your message waits here, and is sent by itself as soon as the connection is back."}
          </Notice>
        ) : (
          <>
            <Steps turn={turn} />
            {turn.content && <Markdown text={turn.content} />}
            {turn.cards > 0 && <div className={styles.placeholder} aria-hidden />}
          </>
        )}
      </Reply>
    </article>
  );
}

function Steps({ turn }: { turn: LiveTurn }) {
  if (turn.content) return null;
  const steps = turn.steps.length > 0 ? turn.steps : [{ step: "send", label: "Sending" }];
  return (
    <ol className={styles.steps}>
      {steps.map(({ step, label }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps are only ever added
        <li key={index} data-step={step}>
          {index === steps.length - 1 ? <Spinner /> : <span aria-hidden>✓</span>} {label}
        </li>
      ))}
    </ol>
  );
}
