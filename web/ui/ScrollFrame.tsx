"use client";

import { type ReactNode, useRef } from "react";
import { classNames } from "./class-names.ts";
import styles from "./ScrollFrame.module.css";
import { useOverflow } from "./use-overflow.ts";

/**
 * A frame that scrolls sideways when its content is wider than there is room for. Then the edge behind which there is more is shaded
 * and marked with an arrow, and the keyboard can reach it.
 */
export function ScrollFrame(props: { label: string; className?: string | undefined; children: ReactNode }) {
  const frame = useRef<HTMLElement>(null);
  const { start, end } = useOverflow(frame);
  return (
    <div className={styles.outer} data-more-start={start || undefined} data-more-end={end || undefined}>
      <section
        ref={frame}
        className={classNames(styles.frame, props.className)}
        aria-label={props.label}
        {...(start || end ? { tabIndex: 0 } : {})}
      >
        {props.children}
      </section>
    </div>
  );
}
