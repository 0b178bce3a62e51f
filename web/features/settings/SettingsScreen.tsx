"use client";

import { Card } from "../../ui/Card.tsx";
import { ThemeToggle } from "../../ui/ThemeToggle.tsx";
import { ShortcutList } from "../palette/ShortcutList.tsx";
import { Page } from "../shell/Page.tsx";
import { InterpreterCheck } from "./InterpreterCheck.tsx";
import { RegistryState } from "./RegistryState.tsx";
import styles from "./settings.module.css";
import { Webhooks } from "./Webhooks.tsx";
import { WhoAmI } from "./WhoAmI.tsx";

/** Who you are here, what reads your messages, and what this browser keeps. What the service does is set where it is started. */
export function SettingsScreen() {
  return (
    <Page title="Settings" lead="The service itself is configured where it is started; this shows what came of it.">
      <div className={styles.columns}>
        <WhoAmI />
        <InterpreterCheck />
        <RegistryState />
        <Webhooks />
        <Card title="Look">
          <div className={styles.stack}>
            <p className={styles.muted}>Kept in this browser.</p>
            <div>
              <ThemeToggle />
            </div>
          </div>
        </Card>
        <Card title="Keyboard shortcuts">
          <ShortcutList />
        </Card>
      </div>
    </Page>
  );
}
