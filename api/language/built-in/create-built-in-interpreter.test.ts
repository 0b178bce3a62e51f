import { readdirSync, readFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { readEvaluationSet, setNames } from "../evaluation/cases.ts";
import { evaluationContexts as contexts } from "../evaluation/contexts.ts";
import { scoreSet } from "../evaluation/score.ts";
import { describeInterpreter } from "../interpreter.contract.ts";
import { createIntentEncoder } from "./encoder/index.ts";
import { createBuiltInInterpreter } from "./index.ts";

const encoder = await createIntentEncoder();
afterAll(() => encoder.close());
const interpreter = createBuiltInInterpreter(encoder);

describeInterpreter("BUILT_IN", () => interpreter);
describeInterpreter("BUILT_IN without its encoder", () => createBuiltInInterpreter());

const first = async (say: string, context: keyof typeof contexts = "registry") =>
  (await interpreter.interpret(say, contexts[context])).intents[0];

describe("the built-in interpreter", () => {
  test("marks what is only hinted at in a story", async () => {
    const say = "my ma and pa bought fancy tickets back to our home in France, and I love to play with my GI-Joe";
    const intent = await first(say);
    expect(intent?.slots.features).toEqual({ sex: "male", pclass: "1", embarked: "C", age_group: "child" });
    expect(intent?.evidence.map(({ slot, text, weak }) => [slot, text, weak])).toEqual([
      ["features.sex", "GI-Joe", true],
      ["features.pclass", "fancy", true],
      ["features.embarked", "France", false],
      ["features.age_group", "ma and pa", true],
    ]);
  });

  test("explains an impossible value and leaves it missing", async () => {
    const intent = await first("a woman in fourth class");
    expect(intent?.slots.features).toEqual({ sex: "female" });
    expect(intent?.missing).toContain("pclass");
    expect(intent?.problems).toEqual([expect.objectContaining({ slot: "features.pclass", text: "fourth class" })]);
    expect(intent?.problems[0]?.message).toContain("first class, second class or third class");
  });

  test("leaves a contradiction and a negation missing", async () => {
    expect((await first("a 30 year old boy in first class from France"))?.missing).toEqual(["age_group"]);
    expect((await first("a man in first class who didn't board in Southampton"))?.missing).toEqual([
      "embarked",
      "age_group",
    ]);
  });

  test("does not take a test size of 5 and says why", async () => {
    const intent = await first("train titanic with a holdout of 5");
    expect(intent?.slots).toEqual({ model: "titanic" });
    expect(intent?.problems).toEqual([expect.objectContaining({ slot: "testSize", text: "5" })]);
  });

  test.each([
    ["approve it", { model: "titanic", version: 3 }],
    ["I approve the promotion of titanic", { model: "titanic" }],
    ["approve version 2 of titanic please", { model: "titanic", version: 2 }],
  ])("takes %j for the promotion that is approved", async (say, slots) => {
    const { intents } = await interpreter.interpret(say, contexts.focus);
    expect(intents.map((intent) => [intent.intent, intent.slots])).toEqual([["PROMOTE", slots]]);
  });

  test.each([
    "my boss will approve titanic tomorrow",
    "don't approve it",
    "who approved it?",
    "did they approve my loan?",
  ])("does not take %j for one", async (say) => {
    const { intents } = await interpreter.interpret(say, contexts.focus);
    expect(intents.map(({ intent }) => intent)).not.toContain("PROMOTE");
  });

  test("does not give a version that is still to be trained the number of another", async () => {
    const result = await interpreter.interpret("train a new one and then promote it", contexts.focus);
    expect(result.intents.map(({ intent, slots }) => [intent, slots])).toEqual([
      ["TRAIN", {}],
      ["PROMOTE", { model: "titanic" }],
    ]);
  });

  test("a yes with nothing waited for acts on nothing", async () => {
    expect((await first("yes"))?.intent).toBe("HELP");
  });

  test("merges a what-if with the last prediction, with evidence for the new value only", async () => {
    const intent = await first("and if he were a child?", "predicted");
    expect(intent?.slots.features).toEqual({ sex: "male", pclass: "3", embarked: "S", age_group: "child" });
    expect(intent?.evidence.map(({ slot }) => slot)).toContain("features.age_group");
    expect(intent?.evidence.map(({ slot }) => slot)).not.toContain("features.embarked");
  });
});

describe("the evaluation", () => {
  // Bounds a little under what docs/evaluation.md tells: a change that lowers a figure by more than a few messages fails here.
  test.each([
    ["tuning", 0.98, 0],
    ["strangers", 0.95, 0],
    ["held-out", 0.9, 4],
  ] as const)(
    "of the %s set gets %d wholly right, with %i unsafe acts at most and exact evidence",
    async (name, least, unsafe) => {
      const outcomes = await scoreSet(interpreter, readEvaluationSet(name));
      const right = outcomes.filter(({ intentsRight, slotsRight }) => intentsRight && slotsRight);
      expect(right.length / outcomes.length).toBeGreaterThan(least);
      expect(outcomes.filter((outcome) => outcome.unsafe).length).toBeLessThanOrEqual(unsafe);
      expect(outcomes.filter(({ evidenceExact }) => !evidenceExact)).toHaveLength(0);
    },
    180_000,
  );

  test("keeps its sets, and what the encoder learnt from, apart", () => {
    const plain = (say: string) =>
      say
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, " ")
        .trim();
    const folder = new URL("../../../scripts/language/data/", import.meta.url);
    const learnt = readdirSync(folder).flatMap((file) =>
      readFileSync(new URL(file, folder), "utf8")
        .split("\n")
        .filter(Boolean)
        .map((line) => plain(JSON.parse(line).text)),
    );
    const seen = new Set(learnt);
    for (const name of setNames) {
      const said = readEvaluationSet(name).messages.map(({ say }) => plain(say));
      expect(said.filter((say) => seen.has(say))).toHaveLength(0);
      for (const say of said) seen.add(say);
    }
  });
});

test("“… and what about a man?” in the same message is the same case but for that", async () => {
  const text = "would a 30 year old woman in 1st class from Southampton survive, and what about a man?";
  const { intents } = await interpreter.interpret(text, contexts.registry);
  const rest = { pclass: "1", embarked: "S", age_group: "adult" };
  expect(intents.map(({ slots }) => slots.features)).toEqual([
    { sex: "female", ...rest },
    { sex: "male", ...rest },
  ]);
});
