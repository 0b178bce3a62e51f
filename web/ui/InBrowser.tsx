"use client";

import { type ReactNode, useDeferredValue, useSyncExternalStore } from "react";

/**
 * What is rendered in the browser alone. Something whose script comes later is hydrated later, and by then what it reads may have come for
 * somebody else: what the server rendered would not be what it renders first.
 * @param props.fallback takes its place until then, also on the server
 * @param props.media a media query: where it does not hold there is nothing but the fallback
 */
export function InBrowser(props: { fallback?: ReactNode; media?: string | undefined; children: ReactNode }) {
  const { fallback = null, media = "all", children } = props;
  const isHere = useSyncExternalStore(
    (onChange) => {
      const query = matchMedia(media);
      query.addEventListener("change", onChange);
      return () => query.removeEventListener("change", onChange);
    },
    () => matchMedia(media).matches,
    () => false,
  );
  // Once the page is taken over all of these come at once: they are made bit by bit, and give way to what the person does.
  return useDeferredValue(isHere) ? children : fallback;
}
