import { expect, test } from "vitest";
import { tokenise } from "../text/tokenise.ts";
import { readPastTime } from "./past-times.ts";

// A Friday.
const now = new Date("2026-11-27T10:30:00Z");
const read = (text: string) => {
  const tokens = tokenise(text);
  const found = readPastTime(tokens, 0, tokens.length, now);
  return found && [found.at.toISOString(), text.slice(tokens[found.first]?.start, tokens[found.last]?.end)];
};

test.each([
  ["what was in production yesterday?", "2026-11-26T23:59:59.999Z", "yesterday"],
  ["what was live last Tuesday, and who promoted it?", "2026-11-24T23:59:59.999Z", "last Tuesday"],
  ["on friday what was live", "2026-11-20T23:59:59.999Z", "on friday"],
  ["what was live the day before yesterday", "2026-11-25T23:59:59.999Z", "the day before yesterday"],
  ["which version was live two days ago", "2026-11-25T23:59:59.999Z", "two days ago"],
  ["which version was live 3 hours ago", "2026-11-27T07:30:00.000Z", "3 hours ago"],
  ["which one served last week", "2026-11-22T23:59:59.999Z", "last week"],
  ["which one served last month", "2026-10-31T23:59:59.999Z", "last month"],
  ["what was active on 3 November", "2026-11-03T23:59:59.999Z", "3 November"],
  ["what was active on Dec 24th", "2025-12-24T23:59:59.999Z", "Dec 24th"],
  ["what was active on 2026-11-20 at 15:00", "2026-11-20T15:00:00.000Z", "2026-11-20 at 15:00"],
  ["what was live yesterday at 3 pm", "2026-11-26T15:00:00.000Z", "yesterday at 3 pm"],
  ["what was live yesterday at noon", "2026-11-26T12:00:00.000Z", "yesterday at noon"],
])("%j is a time", (text, at, words) => {
  expect(read(text)).toEqual([at, words]);
});

test.each([
  "what is live now",
  "a girl of 3 may live",
  "2026-13-40",
  "31 February",
  "in 3 days",
  "on 2027-01-01",
  "may i ask",
])("%j names none", (text) => {
  expect(read(text)).toBeUndefined();
});
