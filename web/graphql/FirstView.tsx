"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import type { Seed, Seeds } from "./seeds.ts";

export const SeedsContext = createContext<Seeds | undefined>(undefined);

/**
 * Shows what the server read, on the server and at hydration alike. Inside is no Suspense boundary around what reads it: it would be
 * hydrated later, when the same may have been read anew, and not be what the server rendered.
 */
export function FirstView({ seeds, children }: { seeds: readonly Seed[]; children: ReactNode }) {
  const all = useContext(SeedsContext);
  useState(() => all?.sow(seeds));
  return children;
}
