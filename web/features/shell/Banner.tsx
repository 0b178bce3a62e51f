"use client";

import { ActiveModelBanner } from "../models/ActiveModelBanner.tsx";
import { Bell } from "../notifications/Bell.tsx";
import { Toasts } from "../notifications/Toasts.tsx";
import { ConnectionNotice } from "./ConnectionNotice.tsx";
import styles from "./shell.module.css";

/** On top of every page: what answers predictions, the way to what was told, and how the connection is; in a corner, what is told now. */
export default function Banner() {
  return (
    <>
      <div className={styles.banner}>
        <ActiveModelBanner />
        <div className={styles.bell}>
          <Bell />
        </div>
      </div>
      <ConnectionNotice />
      <Toasts />
    </>
  );
}
