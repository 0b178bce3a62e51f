import { expect, test } from "vitest";
import { duration } from "./run-state.ts";

test.each([
  ["2026-01-01T00:00:00.000Z", "2026-01-01T00:00:00.420Z", "0.4 s"],
  ["2026-01-01T00:00:00.000Z", "2026-01-01T00:00:42.400Z", "42 s"],
  ["2026-01-01T00:00:00.000Z", "2026-01-01T00:03:05.000Z", "3 min 5 s"],
  ["2026-01-01T00:00:01.000Z", "2026-01-01T00:00:00.000Z", "0.0 s"],
  ["2026-01-01T00:00:00.000Z", null, ""],
])("from %s to %s are %s", (from, to, words) => expect(duration(from, to)).toBe(words));
