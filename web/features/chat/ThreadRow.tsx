"use client";

import { lazy, Suspense, useId, useRef, useState } from "react";
import { Link } from "../../ui/Link.tsx";
import { Time } from "../../ui/Time.tsx";
import { shownTitle } from "./shown-title.ts";
import styles from "./ThreadList.module.css";

// What few people do on a first visit is no part of the first page.
const ThreadMenu = lazy(() => import("./ThreadMenu.tsx"));

/** A conversation of the list, and the button of what can be done with it. */
export function ThreadRow(props: {
  thread: { id: string; title: string; updatedAt: string };
  current: boolean;
  onDeleted: (id: string) => void;
}) {
  const { id, updatedAt } = props.thread;
  const title = shownTitle(props.thread.title);
  const menuId = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [used, setUsed] = useState(false);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Link
        href={`/chat/${id}`}
        className={styles.link}
        aria-current={props.current ? "page" : undefined}
        title={title}
      >
        <span className={styles.name}>{title}</span>{" "}
        <span className={styles.when}>
          <Time at={updatedAt} />
        </span>
      </Link>
      <button
        ref={button}
        type="button"
        className={styles.menuButton}
        aria-label={`Actions for ${title}`}
        aria-haspopup="menu"
        aria-expanded={open}
        popoverTarget={menuId}
        onClick={() => setUsed(true)}
      >
        <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" fill="currentColor">
          <circle cx="8" cy="3" r="1.4" />
          <circle cx="8" cy="8" r="1.4" />
          <circle cx="8" cy="13" r="1.4" />
        </svg>
      </button>
      {used && (
        <Suspense fallback={null}>
          <ThreadMenu
            id={menuId}
            thread={{ id, title }}
            button={button}
            onToggle={setOpen}
            onDeleted={props.onDeleted}
          />
        </Suspense>
      )}
    </>
  );
}
