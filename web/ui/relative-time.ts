const steps = [
  { unit: "minute", ms: 60_000, below: 60 },
  { unit: "hour", ms: 3_600_000, below: 24 },
  { unit: "day", ms: 86_400_000, below: 7 },
] as const;

/** "just now", "5 minutes ago", "yesterday"; after a week the date, with its year when that is another one. */
export function relativeTime(date: Date, now: Date): string {
  const agoMs = now.getTime() - date.getTime();
  if (agoMs < 60_000) return "just now";
  for (const { unit, ms, below } of steps) {
    const count = Math.floor(agoMs / ms);
    if (count < below) return new Intl.RelativeTimeFormat("en", { numeric: "auto" }).format(-count, unit);
  }
  const year = date.getFullYear() === now.getFullYear() ? {} : { year: "numeric" as const };
  return new Intl.DateTimeFormat("en", { day: "numeric", month: "short", ...year }).format(date);
}
