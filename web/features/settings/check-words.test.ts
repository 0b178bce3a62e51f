import { expect, test } from "vitest";
import { checkInWords } from "./check-words.ts";

test("the built-in interpreter needs nothing, a provider is named, one that is silent says why", () => {
  expect(checkInWords({ source: "BUILT_IN" })).toEqual({
    tone: "good",
    text: "The built-in interpreter read it: no key and no network are needed.",
  });
  expect(checkInWords({ source: "ANTHROPIC", fallback: null }).text).toBe("A language model read it, by Anthropic.");
  expect(checkInWords({ source: "BUILT_IN", fallback: "It took too long." })).toEqual({
    tone: "warn",
    text: "A language model is configured, and gave no answer. It took too long.",
  });
});
