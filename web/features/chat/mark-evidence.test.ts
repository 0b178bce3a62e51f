import { expect, test } from "vitest";
import { markEvidence } from "./mark-evidence.ts";

test("a message is cut at its evidence, overlaps included", () => {
  const message = "a boy in first class";
  const parts = markEvidence(message, [
    { slot: "sex", start: 2, end: 5 },
    { slot: "age_group", start: 2, end: 5 },
    { slot: "pclass", start: 9, end: 20 },
    { slot: "outside", start: 10, end: 99 },
  ]);
  expect(parts).toEqual([
    { text: "a ", slots: [] },
    { text: "boy", slots: ["sex", "age_group"] },
    { text: " in ", slots: [] },
    { text: "first class", slots: ["pclass"] },
  ]);
  expect(parts.map(({ text }) => text).join("")).toBe(message);
});

test("an empty message has no parts", () => {
  expect(markEvidence("", [])).toEqual([]);
});
