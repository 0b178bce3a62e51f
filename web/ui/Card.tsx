import type { ReactNode } from "react";
import styles from "./Card.module.css";
import { classNames } from "./class-names.ts";

/** A titled box of related things. `aside` stands at the right of the title. */
export function Card(props: {
  title?: ReactNode;
  aside?: ReactNode;
  footer?: ReactNode;
  flush?: boolean;
  children?: ReactNode;
  label?: string;
}) {
  return (
    <section className={styles.card} aria-label={props.label}>
      {(props.title || props.aside) && (
        <header className={styles.header}>
          <h2 className={styles.title}>{props.title}</h2>
          {props.aside}
        </header>
      )}
      {props.children && <div className={classNames(styles.body, props.flush && styles.flush)}>{props.children}</div>}
      {props.footer && <footer className={styles.footer}>{props.footer}</footer>}
    </section>
  );
}
