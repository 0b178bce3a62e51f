import { expect, test } from "vitest";
import { firstSteps, isGuided } from "./first-steps.ts";

const empty = {
  model: undefined,
  version: undefined,
  promoted: false,
  trainable: "titanic",
  question: "What models are available?",
};
const trained = { ...empty, model: "titanic", version: 1 };

test("an empty installation offers to train, and nothing that can't be done yet", () => {
  expect(firstSteps(empty, { begun: true }).map(({ name, done, say, href }) => [name, done, say ?? href])).toEqual([
    ["train", false, "Train the titanic model with 30% held out"],
    ["look", false, undefined],
    ["promote", false, undefined],
    ["ask", false, undefined],
  ]);
});

test("each step is ticked by what is so, in whatever order it came to be", () => {
  const steps = firstSteps(
    { ...trained, promoted: true, question: "a boy in first class" },
    { begun: true, asked: true },
  );
  expect(steps.map(({ done }) => done)).toEqual([true, false, true, true]);
  expect(steps[1]?.href).toBe("/models/titanic");
  expect(steps[2]?.say).toBe("Promote version 1 of titanic");
  expect(steps[3]?.say).toBe("a boy in first class");
});

test("the steps are shown where they began, until they are done or put away", () => {
  const half = firstSteps(trained, { begun: true });
  expect(isGuided({ begun: true }, half)).toBe(true);
  expect(isGuided({}, half)).toBe(false);
  expect(isGuided({ begun: true, dismissed: true }, half)).toBe(false);
  const whole = firstSteps({ ...trained, promoted: true }, { begun: true, looked: true, asked: true });
  expect(isGuided({ begun: true }, whole)).toBe(false);
});
