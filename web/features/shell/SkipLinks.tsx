"use client";

import { usePathname } from "next/navigation";
import styles from "./shell.module.css";

/** For who goes by keyboard: past the navigation, and in a chat past all that was said. */
export function SkipLinks() {
  const pathname = usePathname();
  const inChat = pathname === "/" || pathname.startsWith("/chat/");
  return (
    <>
      <a className={styles.skip} href="#main">
        Skip to the content
      </a>
      {inChat && (
        <a className={styles.skip} href="#message">
          Skip to the message field
        </a>
      )}
    </>
  );
}
