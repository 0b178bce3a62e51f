"use client";

import { useEffect, useState } from "react";

const exact = () => new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "medium" });
const sameDay = () => new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });
const otherDay = () =>
  new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
const otherYear = () => new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short", year: "numeric" });

function formatFor(date: Date, now: Date): Intl.DateTimeFormat {
  if (date.toDateString() === now.toDateString()) return sameDay();
  return date.getFullYear() === now.getFullYear() ? otherDay() : otherYear();
}

/** A moment, in the reader's own time zone; the exact time on hover. */
export function Time({ at }: { at: string }) {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return null;
  return (
    <time dateTime={at} title={exact().format(date)} suppressHydrationWarning>
      {formatFor(date, new Date()).format(date)}
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
