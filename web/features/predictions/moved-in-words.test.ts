import { expect, test } from "vitest";
import { movedInWords } from "./moved-in-words.ts";

const classes = (survived: number) => ({
  value: survived >= 0.5 ? "1" : "0",
  probabilities: { "1": survived, "0": 1 - survived },
});

test.each([
  ["up", classes(0.6), classes(0.852), "The probability of “survived” goes from 60.0% to 85.2%, up 25.2 points."],
  [
    "over the line",
    classes(0.6),
    classes(0.31),
    "The probability of “survived” goes from 60.0% to 31.0%, down 29.0 points; “died” is predicted then.",
  ],
  ["not at all", classes(0.6), classes(0.6001), "The probability of “survived” stays at 60.0%."],
  ["a number", { value: 23.4 }, { value: 25.9 }, "It goes from 23.4 to 25.9, up 2.5."],
  ["a number that stays", { value: 23.4 }, { value: 23.4 }, "It stays at 23.4."],
])("%s", (_what, before, after, words) =>
  expect(movedInWords(before, after, (value) => (value === "1" ? "survived" : "died"))).toBe(words),
);
