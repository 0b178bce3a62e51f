import { expect, test } from "vitest";
import { readNumbers, withNumber } from "./numbers.ts";
import { tokenise } from "./tokenise.ts";

const read = (text: string) =>
  readNumbers(tokenise(text).map(withNumber)).map(({ value, kind }) => [Number(value.toFixed(4)), kind]);

test.each([
  ["30%", 30, "PERCENT"],
  ["thirty percent", 30, "PERCENT"],
  ["25 per cent", 25, "PERCENT"],
  ["a third of it", 0.3333, "FRACTION"],
  ["two fifths", 0.4, "FRACTION"],
  ["half", 0.5, "FRACTION"],
  ["forty-two", 42, "PLAIN"],
  ["two hundred and fifty", 250, "PLAIN"],
  ["three thousand five hundred", 3500, "PLAIN"],
  ["four and a half kilos", 4.5, "PLAIN"],
  ["a value of -1", -1, "PLAIN"],
  ["18,7 mm", 18.7, "PLAIN"],
])("reads %j as %d", (text, value, kind) => {
  expect(read(text)).toEqual([[value, kind]]);
});

test("takes an ordinal before its noun for no fraction", () => {
  expect(read("a third class ticket")).toEqual([]);
});
