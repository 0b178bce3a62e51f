import { expect, test } from "vitest";
import { csvLine } from "./csv.ts";

test("cells are quoted, and quotes in them doubled; nothing is an empty cell", () => {
  expect(csvLine(["a,b", 'say "yes"', "two\nlines", null, undefined, 3, { stage: "PRODUCTION" }])).toBe(
    '"a,b","say ""yes""","two\nlines","","","3","{""stage"":""PRODUCTION""}"\r\n',
  );
});

test.each(["=1+1", "+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", " =1+1", '=HYPERLINK("http://x","y")'])(
  "%j is no formula",
  (text) => {
    expect(csvLine([text])).toBe(`"'${text.replaceAll('"', '""')}"\r\n`);
  },
);

test("a negative number stays one", () => {
  expect(csvLine([-1])).toBe('"-1"\r\n');
});
