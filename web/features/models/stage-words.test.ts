import { expect, test } from "vitest";
import type { StageChangeReason } from "../../gql/graphql.ts";
import { changeInWords } from "./stage-words.ts";

test.each<[StageChangeReason, string, number | null, string]>([
  ["REGISTERED", "CANDIDATE", 2, "Version 2 was registered: a candidate"],
  ["PROMOTED", "PRODUCTION", 2, "Version 2 went into production"],
  ["SUPERSEDED", "ARCHIVED", 1, "Version 1 left production: another took its place"],
  ["ARCHIVED", "ARCHIVED", 1, "Version 1 was archived"],
  ["ROLLED_BACK", "PRODUCTION", 1, "Version 1 went back into production"],
  ["ROLLED_BACK", "ARCHIVED", 2, "Version 2 left production by a rollback"],
  ["REMOVED", "ARCHIVED", 1, "Version 1 was archived with the model"],
  ["REMOVED", "ARCHIVED", null, "The model was removed"],
])("%s to %s of version %s: %s", (reason, to, version, words) =>
  expect(changeInWords({ reason, to, version })).toBe(words),
);
