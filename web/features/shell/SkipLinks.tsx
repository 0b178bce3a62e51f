"use client";

import { usePathname } from "next/navigation";
import { lazy, Suspense } from "react";
import styles from "./shell.module.css";

// The first key comes after the first paint.
const Shortcuts = lazy(() => import("../palette/Shortcuts.tsx"));

/** For who goes by keyboard: past the navigation, in a chat past all that was said; and the keys that work on every page. */
export function SkipLinks() {
  const pathname = usePathname();
  const inChat = pathname === "/" || pathname.startsWith("/chat/");
  return (
    <>
      <a className={styles.skip} href="#main">
        Skip to the content
      </a>
      <Suspense>
        <Shortcuts />
      </Suspense>
      {inChat && (
        <a className={styles.skip} href="#message">
          Skip to the message field
        </a>
      )}
    </>
  );
}
