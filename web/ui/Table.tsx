import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { ScrollFrame } from "./ScrollFrame.tsx";
import styles from "./Table.module.css";

/**
 * A table that scrolls inside its own frame when it is wider than there is room for; or, where it `stacks`, shows each row's cells below one
 * another on a narrow screen; or, where it is `compact`, has lower rows, for a long list. The caption is read, not shown.
 */
export function Table(props: {
  caption: string;
  head: ReactNode[];
  children: ReactNode;
  align?: ("start" | "end")[];
  stacks?: boolean;
  compact?: boolean;
}) {
  return (
    <ScrollFrame label={props.caption}>
      <table className={classNames(styles.table, props.stacks && styles.stacks, props.compact && styles.compact)}>
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
    </ScrollFrame>
  );
}
