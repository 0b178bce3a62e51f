"use client";

import { useSyncExternalStore } from "react";
import { Button } from "./Button.tsx";
import { readTheme, setTheme, type Theme } from "./theme.ts";

const next: Record<Theme, Theme> = { system: "dark", dark: "light", light: "system" };
const label: Record<Theme, string> = { system: "as the device", dark: "dark", light: "light" };

/** Calls back when the theme was chosen, here or elsewhere on the page. */
function watch(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  return () => observer.disconnect();
}

/** Goes round: as the device, dark, light. */
export function ThemeToggle() {
  const theme = useSyncExternalStore<Theme>(watch, readTheme, () => "system");
  return (
    <Button look="quiet" small onClick={() => setTheme(next[theme])}>
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="M8 1.75a6.25 6.25 0 0 1 0 12.5z" fill="currentColor" />
      </svg>
      Theme: {label[theme]}
    </Button>
  );
}
