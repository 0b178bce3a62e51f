import { expect, test } from "vitest";
import { splitTimes } from "./times.ts";

test("moments are set apart from the words around them", () => {
  expect(splitTimes("- 2026-11-24 10:15 UTC, local owner: until 2026-11-24 10:30:05 UTC.")).toEqual([
    "- ",
    { at: "2026-11-24T10:15:00.000Z" },
    ", local owner: until ",
    { at: "2026-11-24T10:30:05.000Z" },
    ".",
  ]);
});

test.each(["", "no time", "2026-11-24 10:15", "10:15 UTC", "2026-99-24 10:15 UTC"])("%j has none", (text) => {
  expect(splitTimes(text).join("")).toBe(text);
});
