import { expect, test } from "vitest";
import { applyProposals, parseProposals, question } from "./proposals.ts";

const pages = new Map([
  ["docs/a.md", "The port is 4000. The host is one. It costs $1. It costs $1."],
  ["README.md", "Start it."],
]);
const about = (page: string, passage: string, replacement: string) => ({
  page,
  passage,
  replacement,
  reason: "It changed.",
});

test("a passage that is there once is replaced as it is written; another change to the page comes on top", () => {
  const { changed, taken, left } = applyProposals(pages, [
    about("docs/a.md", "The port is 4000.", "The port is $& and 5000."),
    about("docs/a.md", "The host is one.", "The host is another."),
  ]);
  expect(changed).toEqual(
    new Map([["docs/a.md", "The port is $& and 5000. The host is another. It costs $1. It costs $1."]]),
  );
  expect([taken.length, left]).toEqual([2, []]);
});

test("what the model made up is left, and said", () => {
  const { changed, left } = applyProposals(pages, [
    about("package.json", "x", "y"),
    about("../../etc/passwd", "root", "me"),
    about("docs/a.md", "The port is 9.", "y"),
    about("docs/a.md", "It costs $1.", "It is free."),
  ]);
  expect(changed.size).toBe(0);
  expect(left.map(({ why }) => why)).toEqual([
    "there is no such page",
    "there is no such page",
    "the passage is there 0 times",
    "the passage is there 2 times",
  ]);
});

test("an answer is read with words around it, and refused when it is anything else", () => {
  expect(parseProposals('Here:\n{"proposals":[]}\nDone.')).toEqual([]);
  expect(() => parseProposals("Nothing to do")).toThrow(/did not answer with proposals: Nothing to do/);
  expect(() => parseProposals('{"proposals":[{"page":"README.md"}]}')).toThrow(/did not answer/);
});

test("the question holds every page by name, and the change", () => {
  const { message } = question(pages, "-port 4000\n+port 5000");
  expect(message).toContain('<page name="README.md">\nStart it.\n</page>');
  expect(message).toContain("+port 5000");
});
