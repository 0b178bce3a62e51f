"use client";

import { lazy, Suspense } from "react";
import { InBrowser } from "../../ui/InBrowser.tsx";
import styles from "../models/models.module.css";

// Read in the browser anyway: what makes it need not be there for the first paint.
const Banner = lazy(() => import("./Banner.tsx"));

/** The version that answers predictions, on top of every page. */
export function ActiveModel() {
  const reading = (
    <aside className={styles.banner} aria-label="Active model">
      <span className={styles.dot} aria-hidden />
      <span className={styles.muted}>Active model: …</span>
    </aside>
  );
  return (
    <InBrowser fallback={reading}>
      <Suspense fallback={reading}>
        <Banner />
      </Suspense>
    </InBrowser>
  );
}
