"use client";

import { lazy, Suspense } from "react";
import { Button } from "../../ui/Button.tsx";
import { classNames } from "../../ui/class-names.ts";
import { notes, useNotes } from "./notes.ts";
import styles from "./notifications.module.css";

const NotificationsDialog = lazy(() => import("./NotificationsDialog.tsx"));

/** What was told just now, in a corner, and read aloud; and all of it, where that is asked for. */
export function Toasts() {
  const { all, shown, open, undoing } = useNotes();
  const inSight = shown.flatMap((id) => all.find((note) => note.id === id) ?? []);
  return (
    <>
      <div className={styles.region} role="status" aria-live="polite">
        {inSight.map(({ id, text, tone, undo }) => (
          <div key={id} className={classNames(styles.toast, tone === "bad" && styles.bad)}>
            <p>{text}</p>
            <div className={styles.actions}>
              {undo && (
                <Button small busy={undoing === id} onClick={() => void notes.undo(id)}>
                  {undo.label}
                </Button>
              )}
              <Button look="quiet" small onClick={() => notes.hide(id)}>
                Close
              </Button>
            </div>
          </div>
        ))}
      </div>
      {open && (
        <Suspense>
          <NotificationsDialog />
        </Suspense>
      )}
    </>
  );
}
