"use client";

import { type ReactNode, useSyncExternalStore } from "react";

const never = () => () => {};

/**
 * What is rendered in the browser alone. Something whose script comes later is hydrated later, and by then what it reads may have come for
 * somebody else: what the server rendered would not be what it renders first.
 * @param fallback takes its place until then, also on the server
 */
export function InBrowser({ fallback = null, children }: { fallback?: ReactNode; children: ReactNode }) {
  const isHere = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return isHere ? children : fallback;
}
