import type { ReactNode } from "react";
import { ActiveModel } from "./ActiveModel.tsx";
import { Sidebar } from "./Sidebar.tsx";
import { SkipLinks } from "./SkipLinks.tsx";
import styles from "./shell.module.css";
import { TopBar } from "./TopBar.tsx";

/** The frame of every page: navigation at the side (in a drawer where it is narrow), the active model on top. */
export function AppShell({ children }: { children: ReactNode }) {
  return (
    <div className={styles.shell}>
      <SkipLinks />
      <aside className={styles.side} aria-label="Side bar">
        <Sidebar media="(width >= 56rem)" />
      </aside>
      <div className={styles.middle}>
        <TopBar />
        <ActiveModel />
        <main id="main" className={styles.main} tabIndex={-1}>
          {children}
        </main>
      </div>
    </div>
  );
}
