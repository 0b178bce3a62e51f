import { expect, test } from "vitest";
import { visibleText } from "./visible-text.ts";

test("what turns the writing or can't be seen is left out; letters of any script stay", () => {
  expect(visibleText("in\u202evoice\u0007\u2066", "none")).toBe("in voice");
  expect(visibleText("שלום, titanic 👩\u200d🚀", "none")).toBe("שלום, titanic 👩\u200d🚀");
  expect(visibleText("\u202e\u0000", "Untitled")).toBe("Untitled");
});
