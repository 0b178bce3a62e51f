import { type ReactNode, Suspense } from "react";
import { ActiveModel } from "./ActiveModel.tsx";
import { Sidebar } from "./Sidebar.tsx";
import { SkipLinks } from "./SkipLinks.tsx";
import styles from "./shell.module.css";
import { TopBar } from "./TopBar.tsx";

/**
 * The frame of every page: navigation at the side (in a drawer where it is narrow), the active model on top. What stands in a boundary of its
 * own is taken over after the content and apart from it, or when it is used: so no long task keeps the first key waiting.
 */
export function AppShell({ children }: { children: ReactNode }) {
  return (
    <div className={styles.shell}>
      <SkipLinks />
      <aside className={styles.side} aria-label="Side bar">
        <Suspense>
          <Sidebar media="(width >= 56rem)" />
        </Suspense>
      </aside>
      <div className={styles.middle}>
        <Suspense>
          <TopBar />
        </Suspense>
        <ActiveModel />
        <main id="main" className={styles.main} tabIndex={-1}>
          {children}
        </main>
      </div>
    </div>
  );
}
