import { expect, test } from "vitest";
import { relativeTime } from "./relative-time.ts";

const now = new Date(2026, 10, 25, 12, 0);

test.each([
  [new Date(2026, 10, 25, 11, 59, 30), "just now"],
  [new Date(2026, 10, 25, 11, 55), "5 minutes ago"],
  [new Date(2026, 10, 25, 9, 0), "3 hours ago"],
  [new Date(2026, 10, 24, 11, 0), "yesterday"],
  [new Date(2026, 10, 22, 11, 0), "3 days ago"],
  [new Date(2026, 10, 1, 11, 0), "Nov 1"],
  [new Date(2025, 10, 1, 11, 0), "Nov 1, 2025"],
])("%s was %s", (date, words) => {
  expect(relativeTime(date, now)).toBe(words);
});
