import { expect, test } from "vitest";
import { eventInWords } from "./event-words.ts";

test.each([
  [{ type: "PROMOTED", model: "titanic", version: 2, actor: "ada" }, "ada promoted titanic version 2."],
  [{ type: "REMOVED", model: "titanic", version: null, actor: "ada" }, "ada removed titanic."],
  [
    { type: "ALIAS_SET", model: "titanic", version: 1, name: "champion", actor: "ada" },
    "ada pointed the alias champion to titanic version 1.",
  ],
  [{ type: "TAG_SET", model: "titanic", name: "team", actor: "ada" }, "ada set the tag team of titanic."],
] as const)("%j is told as %j", (event, words) => {
  expect(eventInWords(event)).toBe(words);
});
