import type { ReactNode } from "react";
import styles from "./Table.module.css";

/**
 * A table that scrolls inside its own frame when it is wider than there is room for. The caption is read, not shown, unless
 * `showCaption`.
 */
export function Table(props: { caption: string; head: ReactNode[]; children: ReactNode; align?: ("start" | "end")[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className={styles.frame} aria-label={props.caption} tabIndex={0}>
      <table className={styles.table}>
        <caption className="visually-hidden">{props.caption}</caption>
        <thead>
          <tr>
            {props.head.map((cell, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns do not move
              <th key={index} scope="col" data-align={props.align?.[index]}>
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{props.children}</tbody>
      </table>
    </section>
  );
}
