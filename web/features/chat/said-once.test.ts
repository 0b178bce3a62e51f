import { expect, test } from "vitest";
import { saidOnce } from "./said-once.ts";

test("what a card says in the same words is left out of the reply, and its lead ends in a full stop", () => {
  const content =
    "Promote titanic version 1? This is what will change:\n\n- Version 1 answers.\n- Version 2 leaves.\n\nSay “yes” to do it.";
  expect(saidOnce(content, ["Version 1 answers.", "Version 2 leaves."])).toBe(
    "Promote titanic version 1? This is what will change.\n\nSay “yes” to do it.",
  );
});

test("a question that is a whole reply leaves nothing; one that is a part leaves the rest", () => {
  expect(saidOnce("Which version?", ["Which version?"])).toBe("");
  expect(saidOnce("There are two.\n\nWhich version?", ["Which version?"])).toBe("There are two.");
  expect(saidOnce("So far: female. Which port? Say it.", ["Which port?"])).toBe("So far: female. Say it.");
});

test("other words stay as they are", () => {
  const content = "So far I have:\n\n- **female**\n- third class";
  expect(saidOnce(content, [])).toBe(content);
  expect(saidOnce(content, ["third class, surely"])).toBe(content);
});
