import type { ComponentPropsWithRef } from "react";
import styles from "./Button.module.css";
import type { ButtonProps } from "./Button.tsx";
import { classNames } from "./class-names.ts";
import { Link } from "./Link.tsx";

/** A link that looks like a button: it leads to a page on which something is done. */
export function ButtonLink({
  look = "plain",
  small,
  className,
  ...rest
}: ComponentPropsWithRef<"a"> & { href: string } & Pick<ButtonProps, "look" | "small">) {
  return (
    <Link
      {...rest}
      className={classNames(styles.button, styles[look], styles.link, small && styles.small, className)}
    />
  );
}
