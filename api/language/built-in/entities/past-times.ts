import type { Token } from "../text/tokenise.ts";

/** A time that lies behind, with the tokens that say it, both included. */
export interface PastTime {
  /** A day, a week or a month that is named stands for its end: what was so then, all of it told. Never later than now. */
  at: Date;
  first: number;
  last: number;
}

const weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const months = "january february march april may june july august september october november december".split(" ");
const unitMs: Readonly<Record<string, number>> = {
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 7 * 86_400_000,
};
const dayMs = 86_400_000;
const counts = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");

/**
 * "Yesterday", "last Tuesday", "on 3 November", "two days ago", "2026-11-20 at 15:00", "last week": the first time named in tokens `from` to
 * `to` (excluded) that has come by `now`. Days are those of UTC, like all times in replies.
 */
export function readPastTime(tokens: readonly Token[], from: number, to: number, now: Date): PastTime | undefined {
  for (let first = from; first < to; first += 1) {
    const day = dayAt(tokens, first, to, now);
    if (day) {
      const clock = clockAt(tokens, day.last + 1, to);
      const at = clock ? startOfDay(day.at).getTime() + clock.minutes * 60_000 : day.at.getTime();
      return { at: new Date(Math.min(at, now.getTime())), first, last: clock?.last ?? day.last };
    }
    const ago = agoAt(tokens, first, to, now);
    if (ago) return ago;
  }
  return undefined;
}

function startOfDay(at: Date): Date {
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()));
}

/** The last millisecond of a day that is so many before today. */
function endOfDay(now: Date, daysAgo: number): Date {
  return new Date(startOfDay(now).getTime() - (daysAgo - 1) * dayMs - 1);
}

function dayAt(tokens: readonly Token[], first: number, to: number, now: Date): { at: Date; last: number } | undefined {
  const word = (offset: number) => (first + offset < to ? (tokens[first + offset]?.norm ?? "") : "");
  if (word(0) === "yesterday") return { at: endOfDay(now, 1), last: first };
  if (word(0) === "the" && word(1) === "day" && word(2) === "before" && word(3) === "yesterday")
    return { at: endOfDay(now, 2), last: first + 3 };
  if (word(0) === "last" && word(1) === "night") return { at: endOfDay(now, 1), last: first + 1 };
  if (word(0) === "last" && word(1) === "week")
    return { at: endOfDay(now, ((now.getUTCDay() + 6) % 7) + 1), last: first + 1 };
  if (word(0) === "last" && word(1) === "month") return { at: endOfDay(now, now.getUTCDate()), last: first + 1 };
  if (word(0) === "last" && word(1) === "year")
    return { at: new Date(Date.UTC(now.getUTCFullYear(), 0, 1) - 1), last: first + 1 };
  const named = /^(?:last|on|this|past)$/.test(word(0)) ? 1 : 0;
  const weekday = weekdays.indexOf(word(named).replace(/s$/, ""));
  if (weekday >= 0) return { at: endOfDay(now, ((now.getUTCDay() - weekday + 6) % 7) + 1), last: first + named };
  return dateAt(tokens, first, to, now);
}

/** "2026-11-20", "20 November", "November 20th, 2026": without a year, the last one that has come. */
function dateAt(
  tokens: readonly Token[],
  first: number,
  to: number,
  now: Date,
): { at: Date; last: number } | undefined {
  const text = (index: number) => (index < to ? (tokens[index]?.text ?? "") : "");
  const number = (index: number) =>
    /^\d{1,4}(?:st|nd|rd|th)?$/.test(text(index)) ? Number.parseInt(text(index), 10) : undefined;
  const month = (index: number) => {
    // "A girl of 3 may live".
    if (/^may$/.test(text(index)) && tokens[first - 1]?.norm !== "on") return -1;
    const norm = index < to ? (tokens[index]?.norm ?? "") : "";
    return norm.length < 3
      ? -1
      : months.findIndex((name) => name === norm || (norm.length <= 4 && name.startsWith(norm) && norm !== "may"));
  };
  if (/^\d{4}$/.test(text(first)) && text(first + 1) === "-" && text(first + 3) === "-")
    return ofDate(number(first), (number(first + 2) ?? 0) - 1, number(first + 4), first + 4, now);
  const behind = text(first + 1) === "of" ? first + 2 : first + 1;
  const [day, at] =
    month(behind) >= 0 ? [number(first), behind] : month(first) >= 0 ? [number(first + 1), first] : [undefined, first];
  if (day === undefined) return undefined;
  const end = Math.max(at, at === first ? first + 1 : first);
  const yearAt = text(end + 1) === "," ? end + 2 : end + 1;
  const year = /^\d{4}$/.test(text(yearAt)) ? number(yearAt) : undefined;
  return ofDate(year, month(at), day, year === undefined ? end : yearAt, now);
}

function ofDate(
  year: number | undefined,
  month: number,
  day: number | undefined,
  last: number,
  now: Date,
): { at: Date; last: number } | undefined {
  if (day === undefined || day < 1 || day > 31 || month < 0 || month > 11) return undefined;
  const startIn = (of: number) => Date.UTC(of, month, day);
  const thisYear = now.getUTCFullYear();
  const start = startIn(year ?? (startIn(thisYear) > now.getTime() ? thisYear - 1 : thisYear));
  if (new Date(start).getUTCDate() !== day || start > now.getTime()) return undefined;
  return { at: new Date(start + dayMs - 1), last };
}

/** "two days ago", "an hour ago", "3 weeks ago". */
function agoAt(tokens: readonly Token[], first: number, to: number, now: Date): PastTime | undefined {
  const token = tokens[first];
  const norm = token?.norm ?? "";
  const count = /^an?$/.test(norm) ? 1 : token?.kind === "NUMBER" ? token.number : counts.indexOf(norm);
  const unit = unitMs[(tokens[first + 1]?.norm ?? "").replace(/s$/, "")];
  if (count === undefined || count < 1 || unit === undefined || first + 2 >= to || tokens[first + 2]?.norm !== "ago")
    return undefined;
  const at = now.getTime() - count * unit;
  return { at: new Date(unit < dayMs ? at : endOfDay(new Date(at), 0).getTime()), first, last: first + 2 };
}

/** "at 15:00", "at 3 pm", "at noon", "at midnight": minutes from the day's beginning. */
function clockAt(tokens: readonly Token[], first: number, to: number): { minutes: number; last: number } | undefined {
  const at = tokens[first]?.norm === "at" ? first + 1 : first;
  const [hour, colon, minute] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (at >= to) return undefined;
  if (hour?.norm === "noon") return { minutes: 12 * 60, last: at };
  if (hour?.norm === "midnight") return { minutes: 0, last: at };
  if (hour?.kind !== "NUMBER" || !/^\d{1,2}$/.test(hour.text) || Number(hour.text) > 23) return undefined;
  if (colon?.text === ":" && at + 2 < to && /^[0-5]\d$/.test(minute?.text ?? ""))
    return { minutes: Number(hour.text) * 60 + Number(minute?.text), last: at + 2 };
  const half = at + 1 < to ? /^(?:a\.?m|p\.?m)$/.exec(colon?.norm ?? "")?.[0] : undefined;
  if (half === undefined || Number(hour.text) > 12) return undefined;
  return { minutes: ((Number(hour.text) % 12) + (half.startsWith("p") ? 12 : 0)) * 60, last: at + 1 };
}
