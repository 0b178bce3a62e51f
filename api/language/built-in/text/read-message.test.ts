import { expect, test } from "vitest";
import { evaluationContexts } from "../../evaluation/contexts.ts";
import { unitOf } from "../features/units.ts";
import { readMessage } from "./read-message.ts";
import { longestRead } from "./tokenise.ts";

const norms = (text: string) => readMessage(text, evaluationContexts.fleet).tokens.map(({ norm }) => norm);

test.each([
  ["3400 gramms", "g"],
  ["19 centimetrs", "cm"],
  ["2100 pouns", "lbs"],
  ["14 secnds", "s"],
])("repairs the unit of %j", (text, unit) => {
  expect(unitOf(norms(text)[1] ?? "")).toBe(unit);
});

test.each(["hand", "bird", "world", "shoes", "books", "red", "houses", "spring", "speed", "lawyer"])(
  "leaves the ordinary word %j as it is",
  (word) => {
    expect(norms(`the ${word}`)[1]).toBe(word);
  },
);

test("repairs the trial of an audit alone", () => {
  expect(norms("the audit trial")).toEqual(["the", "audit", "trail"]);
  expect(norms("a trial run")[1]).toBe("trial");
});

test.each(["aunt's 12 mm a bill, v8 ", "my mum and her dad was 40, ", "gramms sead 3 kg 800 between 3 and 4 kg "])(
  "reads %j over and over no further than a message is read",
  (part) => {
    const { text } = readMessage(part.repeat(2_000), evaluationContexts.fleet);
    expect(text.length).toBeLessThanOrEqual(longestRead);
  },
);
