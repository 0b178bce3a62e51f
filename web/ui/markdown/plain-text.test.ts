import { expect, test } from "vitest";
import { plainText } from "./plain-text.ts";

test("marks are not read aloud, words are", () => {
  expect(plainText("Most likely **survived**, by `titanic` version 1:\n- *one*\n- [two](/models)")).toBe(
    "Most likely survived, by titanic version 1:\none\ntwo",
  );
  expect(plainText("age_group and body_mass_g stay names; 2 * 3 * 4 too")).toBe(
    "age_group and body_mass_g stay names; 2 * 3 * 4 too",
  );
});
