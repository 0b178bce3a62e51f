import { expect, test } from "vitest";
import { carriedOver } from "./form-drafts.ts";

const draft = { known: { sex: "female" }, changed: { pclass: "3", age_group: "adult" } };

test("choices stay when the rest of the same case is asked for; what was said in words since counts more", () => {
  expect(carriedOver(draft, { sex: "female", embarked: "S" })).toEqual({ pclass: "3", age_group: "adult" });
  expect(carriedOver(draft, { sex: "female", age_group: "child" })).toEqual({ pclass: "3" });
});

test("another case takes nothing of the one before", () => {
  expect(carriedOver(draft, { sex: "male", embarked: "S" })).toEqual({});
  expect(carriedOver(draft, {})).toEqual({});
  expect(carriedOver(undefined, { sex: "female" })).toEqual({});
});

test("a known value that was changed in the form stays changed", () => {
  const corrected = { known: { sex: "female" }, changed: { sex: "male" } };
  expect(carriedOver(corrected, { sex: "female", pclass: "1" })).toEqual({ sex: "male" });
});
