"use client";

import {
  type KeyboardEvent,
  lazy,
  type Ref,
  Suspense,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { Button } from "../../ui/Button.tsx";
import styles from "./Composer.module.css";
import { commandId, commandListId } from "./command-ids.ts";
import type { SlashCommand } from "./slash-commands.ts";

// Few messages begin with a slash: what commands are is no part of the first page.
const loadCommands = () => import("./slash-commands.ts");
const CommandList = lazy(() => import("./CommandList.tsx"));

/** A reply is a while in the making before it can be stopped: a second press on Send must not be one on Stop. */
const stoppableAfterMs = 500;

/** The longest message that the server reads. */
const longestMessage = 8_000;

export interface ComposerHandle {
  focus: () => void;
  /** Puts a text into the field, to be changed and sent. */
  write: (text: string) => void;
}

/**
 * Where a message is written. Enter sends, Shift+Enter makes a new line, arrow up brings back what was said before, a slash at the
 * beginning offers commands. While a reply is being made the button stops it, and so does Escape.
 */
export function Composer(props: {
  ref?: Ref<ComposerHandle>;
  busy: boolean;
  /** What was said before, oldest first. */
  history: readonly string[];
  onSend: (message: string) => void;
  /** Stops the reply that is being made. */
  onStop: () => void;
}) {
  const [text, setText] = useState("");
  const [recalled, setRecalled] = useState(0);
  const [active, setActive] = useState(0);
  const [dismissed, setDismissed] = useState(false);
  const [stoppable, setStoppable] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const tooLong = text.length > longestMessage;
  const sendable = text.trim() !== "" && !tooLong && !props.busy;

  useImperativeHandle(props.ref, () => ({
    focus: () => field.current?.focus({ preventScroll: true }),
    write: (written) => {
      type(written);
      field.current?.focus({ preventScroll: true });
    },
  }));

  const { busy } = props;
  useEffect(() => {
    if (!busy) return;
    const timer = setTimeout(() => setStoppable(true), stoppableAfterMs);
    return () => {
      clearTimeout(timer);
      setStoppable(false);
    };
  }, [busy]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the text
  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    element.style.height = "auto";
    element.style.height = `${element.scrollHeight}px`;
  }, [text]);

  const type = (typed: string) => {
    setText(typed);
    setActive(0);
    setDismissed(false);
  };
  const [known, setKnown] = useState<Awaited<ReturnType<typeof loadCommands>>>();
  const slashed = text.startsWith("/");
  useEffect(() => {
    // What is typed is a message all the same when this fails.
    if (slashed) loadCommands().then(setKnown, () => {});
  }, [slashed]);
  const commands = (!dismissed && known?.commandsFor(text)) || [];
  const command = commands[Math.min(active, commands.length - 1)];

  const send = (message = text.trim()) => {
    if (!sendable) return;
    if (known || !slashed) props.onSend(known?.sentenceOf(message) ?? message);
    else {
      // Sent before it was known what commands are; where that can't be read, it is a message like any other.
      loadCommands().then(
        ({ sentenceOf }) => props.onSend(sentenceOf(message)),
        () => props.onSend(message),
      );
    }
    type("");
    setRecalled(0);
    field.current?.focus();
  };

  const take = ({ name, argument }: SlashCommand) => {
    // With nothing to add, it is said at once; a reply under way leaves it in the field.
    if (argument === null && !props.busy) send(`/${name}`);
    else type(argument === null ? `/${name}` : `/${name} `);
  };

  /** Keys of the list of commands. @returns whether it was one */
  const choose = (key: string): boolean => {
    if (!command) return false;
    if (key === "ArrowDown") setActive((commands.indexOf(command) + 1) % commands.length);
    else if (key === "ArrowUp") setActive((commands.indexOf(command) + commands.length - 1) % commands.length);
    else if (key === "Enter" || key === "Tab") take(command);
    else if (key === "Escape") setDismissed(true);
    else return false;
    return true;
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
    if (!event.shiftKey && choose(event.key)) event.preventDefault();
    else if (event.key === "Escape" && stoppable) props.onStop();
    else if (event.key === "Enter" && !event.shiftKey) {
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
      {command && (
        <Suspense>
          <CommandList commands={commands} active={commands.indexOf(command)} onTake={take} />
        </Suspense>
      )}
      <label htmlFor="message" className="visually-hidden">
        Message
      </label>
      <textarea
        id="message"
        ref={field}
        className={styles.field}
        rows={1}
        value={text}
        placeholder="Ask, or describe a case …"
        aria-describedby="composer-help"
        aria-invalid={tooLong}
        aria-haspopup="listbox"
        aria-autocomplete="list"
        aria-controls={command && commandListId}
        aria-activedescendant={command && commandId(command.name)}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <Button
        type={stoppable ? "button" : "submit"}
        look="primary"
        disabled={!sendable && !stoppable}
        className={styles.send}
        onClick={stoppable ? props.onStop : undefined}
      >
        {stoppable ? "Stop" : "Send"}
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
          <p className={styles.keys}>
            Enter sends · Shift + Enter for a new line · ↑ for what you said before · / for commands
          </p>
        )}
      </div>
    </form>
  );
}
