import type { ComponentPropsWithRef } from "react";
import styles from "./Button.module.css";
import { classNames } from "./class-names.ts";
import { Spinner } from "./Spinner.tsx";

export interface ButtonProps extends ComponentPropsWithRef<"button"> {
  look?: "primary" | "plain" | "quiet" | "danger" | "prompt";
  small?: boolean;
  /** Something that was asked for by this button is under way: it says so and can't be pressed again. */
  busy?: boolean;
}

/** A button that keeps its width, and the focus, while it is busy: a disabled button would lose it. */
export function Button({ look = "plain", small, busy, className, children, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={classNames(styles.button, styles[look], small && styles.small, className)}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
    >
      <span className={classNames(styles.label, busy && styles.faded)}>{children}</span>
      {busy && (
        <span className={styles.busy}>
          <Spinner />
        </span>
      )}
    </button>
  );
}
