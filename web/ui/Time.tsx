"use client";

import { useEffect, useLayoutEffect, useRef, useState } from "react";

/** Made when first used: making one takes longer than using it a hundred times. */
const formats = new Map<string, Intl.DateTimeFormat>();
function format(name: keyof typeof options, date: Date): string {
  let made = formats.get(name);
  if (!made) {
    made = new Intl.DateTimeFormat(undefined, options[name]);
    formats.set(name, made);
  }
  return made.format(date);
}

const options = {
  exact: { dateStyle: "medium", timeStyle: "medium" },
  sameDay: { hour: "2-digit", minute: "2-digit" },
  otherDay: { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
  otherYear: { day: "numeric", month: "short", year: "numeric" },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

function shortFor(date: Date, now: Date): keyof typeof options {
  if (date.toDateString() === now.toDateString()) return "sameDay";
  return date.getFullYear() === now.getFullYear() ? "otherDay" : "otherYear";
}

/** A moment, in the reader's own time zone; the exact time on hover. */
export function Time({ at }: { at: string }) {
  const element = useRef<HTMLTimeElement>(null);
  const date = new Date(at);
  const isTime = !Number.isNaN(date.getTime());
  const text = isTime ? format(shortFor(date, new Date()), date) : "";
  const title = isTime ? format("exact", date) : "";
  useLayoutEffect(() => {
    // What the server rendered is in its own zone and language, and hydration leaves it so.
    if (!element.current || element.current.title === title) return;
    element.current.textContent = text;
    element.current.title = title;
  }, [text, title]);
  if (!isTime) return null;
  return (
    <time ref={element} dateTime={at} title={title} suppressHydrationWarning>
      {text}
    </time>
  );
}

/** Whether a moment is over; changes by itself when it comes. */
export function useIsPast(at: string | null | undefined): boolean {
  const [, tick] = useState(0);
  const leftMs = at ? new Date(at).getTime() - Date.now() : Number.POSITIVE_INFINITY;
  useEffect(() => {
    if (leftMs <= 0 || leftMs > 24 * 3_600_000) return;
    const timer = setTimeout(() => tick((count) => count + 1), leftMs + 50);
    return () => clearTimeout(timer);
  }, [leftMs]);
  return leftMs <= 0;
}
