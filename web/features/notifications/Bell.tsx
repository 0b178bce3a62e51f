"use client";

import { Button } from "../../ui/Button.tsx";
import { notes, useNotes } from "./notes.ts";
import styles from "./notifications.module.css";

/** Opens what was told; says how much of it is new. */
export function Bell() {
  const { unread } = useNotes();
  return (
    <Button
      look="quiet"
      small
      aria-haspopup="dialog"
      aria-label={unread === 0 ? "Notifications" : `Notifications, ${unread} new`}
      onClick={notes.show}
    >
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <path
          d="M8 1.75a4 4 0 0 0-4 4c0 3.5-1.5 4.75-1.5 5.5h11c0-.75-1.5-2-1.5-5.5a4 4 0 0 0-4-4zM6.5 13.5a1.5 1.5 0 0 0 3 0"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      {unread > 0 && (
        <span className={styles.unread} aria-hidden>
          {unread}
        </span>
      )}
    </Button>
  );
}
