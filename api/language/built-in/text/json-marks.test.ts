import { expect, test } from "vitest";
import { withoutJsonMarks } from "./json-marks.ts";

test("names and short values lose their marks, and every place stays where it was", () => {
  const text = '{"sex": "male", "pclass": 3} – who?';
  expect(withoutJsonMarks(text)).toBe("{ sex :  male ,  pclass : 3} – who?");
});

test.each(['{"note": "promote version 3"}', 'say "yes" or "no"', '{"a": "remove titanic"}'])(
  "%j keeps what is quoted",
  (text) => {
    expect(withoutJsonMarks(text)).toContain(text.match(/"(?:promote|yes|remove)[^"]*"/)?.[0]);
  },
);
