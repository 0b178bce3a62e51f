"use client";

import { Button } from "../../ui/Button.tsx";
import { classNames } from "../../ui/class-names.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { Time } from "../../ui/Time.tsx";
import { notes, useNotes } from "./notes.ts";
import styles from "./notifications.module.css";

/** All that was told in this tab, to be read again, and taken back where that can be still. */
export default function NotificationsDialog() {
  const { all, undoing } = useNotes();
  return (
    <Dialog
      open
      title="Notifications"
      onClose={notes.close}
      actions={
        <>
          {all.length > 0 && <Button onClick={notes.clear}>Clear</Button>}
          <Button look="primary" onClick={notes.close}>
            Close
          </Button>
        </>
      }
    >
      {all.length === 0 ? (
        <p className={styles.none}>
          Nothing was told in this tab yet. What is done, or fails, is told in a corner for a while, and stands here
          afterwards.
        </p>
      ) : (
        <ul className={styles.list}>
          {all.map(({ id, at, text, tone, undo }) => (
            <li key={id} className={classNames(styles.note, tone === "bad" && styles.bad)}>
              <p>
                {text}{" "}
                <span className={styles.when}>
                  <Time at={at} />
                </span>
              </p>
              {undo && (
                <Button small busy={undoing === id} onClick={() => void notes.undo(id)}>
                  {undo.label}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
