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
  ["0,25 for tests", 0.25, "PLAIN"],
  ["three point eight", 3.8, "PLAIN"],
  ["fourteen point two five", 14.25, "PLAIN"],
  ["twenty-six hundred", 2600, "PLAIN"],
  ["three and a half thousand", 3500, "PLAIN"],
  ["a thousand", 1000, "PLAIN"],
  ["a hundred and ten", 110, "PLAIN"],
  ["nineteen seventy-four", 1974, "PLAIN"],
  ["two and three quarters", 2.75, "PLAIN"],
  ["4½", 4.5, "PLAIN"],
  ["3 1/2", 3.5, "PLAIN"],
  ["1/4", 0.25, "FRACTION"],
  ["¾", 0.75, "FRACTION"],
])("reads %j as %d", (text, value, kind) => {
  expect(read(text)).toEqual([[value, kind]]);
});

test.each([
  ["80/20", [80, 20]],
  ["versions 1,2", [1, 2]],
  ["2 and 3", [2, 3]],
  ["nineteen and twenty", [19, 20]],
])("reads the numbers of %j apart", (text, values) => {
  expect(read(text).map(([value]) => value)).toEqual(values);
});

test("takes an ordinal before its noun for no fraction", () => {
  expect(read("a third class ticket")).toEqual([]);
});
