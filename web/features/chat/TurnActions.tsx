"use client";

import { useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { copyText } from "../../ui/copy-text.ts";
import { toast } from "../notifications/toast.ts";
import { useThreadActions } from "./thread-actions.ts";
import styles from "./turns.module.css";

/**
 * What can be done with an exchange: its reply copied; what was said last, said again, or changed first. A message that was replied to is
 * never changed itself: what was done because of it points to it.
 */
export function TurnActions(props: { message: string; content: string; isLast: boolean }) {
  const { say, edit } = useThreadActions();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    const done = await copyText(props.content);
    setCopied(done);
    if (!done)
      toast("The browser lets this page copy nothing. Select the text, and copy it by keyboard.", { tone: "bad" });
  };
  return (
    <div className={styles.actions}>
      {props.content && (
        <Button look="quiet" small aria-label={copied ? "Copied the reply" : "Copy the reply"} onClick={copy}>
          {copied ? "Copied" : "Copy"}
        </Button>
      )}
      {props.isLast && (
        <>
          <Button look="quiet" small aria-label="Edit your message" onClick={() => edit(props.message)}>
            Edit
          </Button>
          <Button look="quiet" small aria-label="Retry your message" onClick={() => say(props.message)}>
            Retry
          </Button>
        </>
      )}
      <span className="visually-hidden" role="status">
        {copied && "The reply was copied."}
      </span>
    </div>
  );
}
