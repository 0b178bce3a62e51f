"use client";

import { type ReactNode, useEffect, useId, useRef } from "react";
import styles from "./Dialog.module.css";

/** A modal question. The browser keeps the focus inside, gives it back afterwards, and closes on Escape. */
export function Dialog(props: {
  open: boolean;
  title: string;
  onClose: () => void;
  children: ReactNode;
  actions: ReactNode;
}) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    if (props.open && !dialog.open) dialog.showModal();
    if (!props.open && dialog.open) dialog.close();
  }, [props.open]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself; the click is on the backdrop
    <dialog
      ref={ref}
      className={styles.dialog}
      aria-labelledby={titleId}
      onClose={props.onClose}
      onClick={(event) => event.target === ref.current && props.onClose()}
    >
      {props.open && (
        <div className={styles.content}>
          <h2 id={titleId} className={styles.title}>
            {props.title}
          </h2>
          <div className={styles.body}>{props.children}</div>
          <div className={styles.actions}>{props.actions}</div>
        </div>
      )}
    </dialog>
  );
}
