import { expect, test } from "vitest";
import { type EvaluationContext, evaluationContexts } from "../../evaluation/contexts.ts";
import { createBuiltInInterpreter } from "../index.ts";

const interpreter = createBuiltInInterpreter();
const hear = (text: string, context: EvaluationContext) => interpreter.interpret(text, evaluationContexts[context]);

test.each(["yes", "Yep!", "sure, go ahead", "ok do it", "👍", "yes please promote it", "confirm"])(
  "%j affirms",
  async (text) => {
    expect((await hear(text, "confirm")).act).toBe("AFFIRM");
  },
);

test.each([
  "yes but only if it is better",
  "maybe",
  "yes?",
  "my boss said yes",
  "is that right?",
  "yes, and what if it fails",
  "I would say yes if it were better",
  "ok, what is the accuracy of version 3?",
  "not now, yes later",
  "",
])("%j doesn't affirm", async (text) => {
  expect((await hear(text, "confirm")).act).not.toBe("AFFIRM");
});

test.each(["no", "nope", "please don't", "no, don't do that", "stop"])("%j denies", async (text) => {
  expect((await hear(text, "confirm")).act).toBe("DENY");
});

test.each([
  ["S", { embarked: "S" }],
  ["adult", { age_group: "adult" }],
  ["Queenstown and she was 30", { embarked: "Q", age_group: "adult" }],
  ["no, second class", { pclass: "2" }],
])("%j answers a question for features", async (text, features) => {
  const result = await hear(text, "features");
  expect(result.act).toBe("ANSWER");
  expect(result.answer?.features).toMatchObject(features);
});

test("explains an answer that can't be", async () => {
  const result = await hear("Boston", "features");
  expect(result.act).toBe("ANSWER");
  expect(result.answer?.features).toBeUndefined();
  expect(result.answer?.problems[0]?.message).toContain("Cherbourg, Queenstown or Southampton");
});

test("serves another request, and a description that starts over", async () => {
  expect(await hear("which model is live?", "features")).toMatchObject({
    act: "REQUEST",
    intents: [{ intent: "ACTIVE_MODEL" }],
  });
  expect(await hear("a man of 40 in first class from Cherbourg", "features")).toMatchObject({
    act: "REQUEST",
    intents: [{ intent: "PREDICT" }],
  });
});

test.each([
  ["2", "penguins"],
  ["the first one", "titanic"],
  ["Penguin species", "penguins"],
  ["the survival one", "titanic"],
])("%j chooses", async (text, choice) => {
  expect(await hear(text, "choice")).toMatchObject({ act: "ANSWER", answer: { choice } });
});
