"use client";

import { type KeyboardEvent, type Ref, useImperativeHandle, useLayoutEffect, useRef, useState } from "react";
import { Button } from "../../ui/Button.tsx";
import styles from "./Composer.module.css";

/** The longest message that the server reads. */
const longestMessage = 8_000;

export interface ComposerHandle {
  focus: () => void;
}

/** Where a message is written. Enter sends, Shift+Enter makes a new line, arrow up brings back what was said before. */
export function Composer(props: {
  ref?: Ref<ComposerHandle>;
  busy: boolean;
  /** What was said before, oldest first. */
  history: readonly string[];
  onSend: (message: string) => void;
}) {
  const [text, setText] = useState("");
  const [recalled, setRecalled] = useState(0);
  const field = useRef<HTMLTextAreaElement>(null);
  const tooLong = text.length > longestMessage;
  const sendable = text.trim() !== "" && !tooLong && !props.busy;

  useImperativeHandle(props.ref, () => ({
    focus: () => field.current?.focus({ preventScroll: true }),
  }));

  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text
  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    element.style.height = "auto";
    element.style.height = `${element.scrollHeight}px`;
  }, [text]);

  const send = () => {
    if (!sendable) return;
    props.onSend(text.trim());
    setText("");
    setRecalled(0);
    field.current?.focus();
  };

  const recall = (steps: number) => {
    const index = props.history.length - steps;
    if (steps < 0 || index < 0) return;
    setRecalled(steps);
    setText(steps === 0 ? "" : (props.history[index] ?? ""));
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // An input method uses Enter to take what it suggests.
    if (event.nativeEvent.isComposing) return;
    const untouched = text === "" || (recalled > 0 && text === props.history[props.history.length - recalled]);
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      send();
    } else if (event.key === "ArrowUp" && untouched) {
      event.preventDefault();
      recall(recalled + 1);
    } else if (event.key === "ArrowDown" && untouched && recalled > 0) {
      event.preventDefault();
      recall(recalled - 1);
    }
  };

  return (
    <form
      className={styles.composer}
      data-invalid={tooLong || undefined}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label htmlFor="message" className="visually-hidden">
        Message
      </label>
      <textarea
        id="message"
        ref={field}
        className={styles.field}
        rows={1}
        value={text}
        placeholder="Ask about a model, train one, or describe a case …"
        aria-describedby="composer-help"
        aria-invalid={tooLong}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <Button type="submit" look="primary" disabled={!sendable} className={styles.send}>
        Send
      </Button>
      <div id="composer-help" className={styles.help}>
        {/* Announced once: the count that changes with each key stands beside it. */}
        <p role="alert" className={styles.problem}>
          {tooLong &&
            `This message is too long: at most ${longestMessage.toLocaleString("en")} characters can be sent.`}
        </p>
        {tooLong ? (
          <p className={styles.count}>{text.length.toLocaleString("en")} characters</p>
        ) : (
          <p className={styles.keys}>Enter sends · Shift + Enter for a new line · ↑ for what you said before</p>
        )}
      </div>
    </form>
  );
}
