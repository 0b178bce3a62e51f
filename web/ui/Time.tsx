"use client";

import { useEffect, useState } from "react";
import { relativeTime } from "./relative-time.ts";

const exact = () => new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "medium" });
const sameDay = () => new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });
const otherDay = () =>
  new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });

/** A moment, in the reader's own time zone; the exact time on hover. */
export function Time({ at }: { at: string }) {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return null;
  const format = date.toDateString() === new Date().toDateString() ? sameDay() : otherDay();
  return (
    <time dateTime={at} title={exact().format(date)} suppressHydrationWarning>
      {format.format(date)}
    </time>
  );
}

const minuteMs = 60_000;

/** How long ago a moment was, kept true while the page stands; the exact time on hover. */
export function RelativeTime({ at }: { at: string }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), minuteMs);
    return () => clearInterval(timer);
  }, []);
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return null;
  // A moment that came after the last tick is just now, not in the future.
  return (
    <time dateTime={at} title={exact().format(date)} suppressHydrationWarning>
      {relativeTime(date, new Date(Math.max(now, date.getTime())))}
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
