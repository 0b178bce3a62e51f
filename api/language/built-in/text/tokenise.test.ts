import { expect, test } from "vitest";
import { longestRead, tokenise } from "./tokenise.ts";

test("gives the place of every token in the text as it was given", () => {
  const text = "🚢 Don’t promote Ünïcode’s v2 — 12-year-old, 3,750 g & 30% \ud800!";
  for (const { text: part, start, end } of tokenise(text)) expect(text.slice(start, end)).toBe(part);
});

test("takes contractions, possessives and accents apart", () => {
  expect(tokenise("Don't touch Zoë's, can’t!").map(({ norm }) => norm)).toEqual([
    "do",
    "not",
    "touch",
    "zoe",
    "'s",
    ",",
    "can",
    "not",
    "!",
  ]);
});

test("reads ordinals as words and digits as numbers", () => {
  const tokens = tokenise("1st class, 3,750.5 v2");
  expect(tokens.map(({ norm }) => norm)).toEqual(["first", "class", ",", "3,750.5", "v", "2"]);
  expect(tokens[3]?.number).toBe(3750.5);
});

test("reads no more than its limit, up to the end of a word", () => {
  const tokens = tokenise("word ".repeat(100_000));
  expect(tokens.at(-1)?.end).toBeLessThanOrEqual(longestRead);
  expect(tokens.every(({ norm }) => norm === "word")).toBe(true);
});
