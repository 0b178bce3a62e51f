import { expect, test } from "vitest";
import { isAskedAgain, lastAsked } from "./last-asked.ts";

test("of cards with the same question only the last one is live", () => {
  const turns = [
    { id: "a", cards: [{ __typename: "FeatureForm", requestId: "question" }] },
    { id: "b", cards: [{ __typename: "HelpCard" }] },
    { id: "c", cards: [{ __typename: "HelpCard" }, { __typename: "FeatureForm", requestId: "question" }] },
    { id: "d", cards: [{ __typename: "FeatureForm", requestId: "other" }] },
  ];
  const asked = lastAsked(turns);
  expect(turns.map((turn) => isAskedAgain(turn, asked))).toEqual([true, false, false, false]);
});

test("a card whose question is not known of is asked once", () => {
  expect(isAskedAgain({ id: "a", cards: [{ __typename: "FeatureForm", requestId: "question" }] }, new Map())).toBe(
    false,
  );
});
