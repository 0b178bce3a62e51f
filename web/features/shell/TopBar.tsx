"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { Brand } from "./Brand.tsx";
import { Sidebar } from "./Sidebar.tsx";
import styles from "./shell.module.css";

/** Where it is narrow: the name, and the navigation in a drawer. */
export function TopBar() {
  const pathname = usePathname();
  const drawer = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the drawer closes when the page changes
  useEffect(() => drawer.current?.close(), [pathname]);
  return (
    <header className={styles.topBar}>
      <Button
        look="quiet"
        aria-label="Open the navigation"
        aria-expanded={open}
        onClick={() => {
          setOpen(true);
          drawer.current?.showModal();
        }}
      >
        <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
          <path d="M3 5h14M3 10h14M3 15h14" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
        </svg>
      </Button>
      <Brand />
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself; the click is on the backdrop */}
      <dialog
        ref={drawer}
        className={styles.drawer}
        aria-label="Navigation"
        onClose={(event) => {
          // A dialog that was opened inside tells of its own end here too.
          if (event.target === drawer.current) setOpen(false);
        }}
        onClick={(event) => {
          if (event.target === drawer.current || (event.target instanceof Element && event.target.closest("a"))) {
            drawer.current?.close();
          }
        }}
      >
        {open && <Sidebar />}
      </dialog>
    </header>
  );
}
