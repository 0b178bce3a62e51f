"use client";

import { useEffect } from "react";
import type {} from "./early.ts";

/** Once the page can be used, does what was asked of it before. Last on the page: what comes before it is ready then. */
export function EarlyActs() {
  useEffect(() => {
    const acts = window.earlyActs?.();
    // Few are that quick, and the code for them comes alone.
    if (acts?.length) import("./do-early-acts.ts").then(({ doEarlyActs }) => doEarlyActs(acts)).catch(() => {});
  }, []);
  return null;
}
