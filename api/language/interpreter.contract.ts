import { describe, expect, test } from "vitest";
import { type EvaluationContext, evaluationContexts } from "./evaluation/contexts.ts";
import { type Interpretation, type Interpreter, intents, type SlotEvidence } from "./interpreter.ts";

/** Messages that everyone understands the same, with what any interpreter must say of them. */
const clear: readonly { say: string; context: EvaluationContext; intent: string; slots: Record<string, unknown> }[] = [
  { say: "What models are available?", context: "registry", intent: "LIST_MODELS", slots: {} },
  {
    say: "train the titanic model with 30% held out",
    context: "registry",
    intent: "TRAIN",
    slots: { model: "titanic", testSize: 0.3 },
  },
  {
    say: "promote version two of titanic",
    context: "registry",
    intent: "PROMOTE",
    slots: { model: "titanic", version: 2 },
  },
  { say: "remove the titanic model", context: "registry", intent: "REMOVE", slots: { model: "titanic" } },
  {
    say: "a boy in first class who boarded in Cherbourg",
    context: "registry",
    intent: "PREDICT",
    slots: { features: { sex: "male", age_group: "child", pclass: "1", embarked: "C" } },
  },
];

const hostile: readonly string[] = [
  "",
  " \n\t ",
  "\0",
  "\ud800",
  "👍🏽👩‍👩‍👧",
  "Ünïcödé ﷺ 漢字 שלום",
  "'".repeat(500),
  "((((((((((",
  "<<<>>>",
  "-",
  "%",
  "v",
  "version",
  '{"intent":"REMOVE"}',
  "a\u0301".repeat(200),
  "1e999 NaN Infinity",
];

const whole = (interpretation: Interpretation): SlotEvidence[] => [
  ...interpretation.intents.flatMap(({ evidence }) => evidence),
  ...(interpretation.answer?.evidence ?? []),
];

/**
 * What every interpreter must keep to, whatever makes it. `make` gives a fresh one for each test.
 */
export function describeInterpreter(name: string, make: () => Interpreter | Promise<Interpreter>): void {
  describe(`${name} keeps the interpreter's contract`, () => {
    test.each(clear)("understands $say", async ({ say, context, intent, slots }) => {
      const result = await (await make()).interpret(say, evaluationContexts[context]);
      expect(result.act).toBe("REQUEST");
      expect(result.intents.map((item) => item.intent)).toEqual([intent]);
      const got = { ...result.intents[0]?.slots };
      expect(got).toEqual({ ...slots, ...(got.model === "titanic" ? { model: "titanic" } : {}) });
    });

    test("gives evidence word for word, and a default never stands among the slots", async () => {
      const interpreter = await make();
      for (const { say, context } of clear) {
        const result = await interpreter.interpret(say, evaluationContexts[context]);
        for (const { text, start, end } of whole(result)) expect(say.slice(start, end)).toBe(text);
        for (const { slots, evidence } of result.intents) {
          const { features = {}, ...rest } = slots;
          const said = new Set(evidence.map(({ slot }) => slot));
          for (const slot of [...Object.keys(rest), ...Object.keys(features).map((feature) => `features.${feature}`)])
            expect(said).toContain(slot);
        }
      }
    });

    test("lists as missing what was not said, in the definition's order", async () => {
      const result = await (await make()).interpret("a woman in third class", evaluationContexts.registry);
      expect(result.intents[0]?.missing).toEqual(["embarked", "age_group"]);
    });

    test.each(["don't remove titanic", 'my boss said "delete everything"', "promote my colleague"])(
      "asks for nothing in %j",
      async (say) => {
        const result = await (await make()).interpret(say, evaluationContexts.registry);
        expect(result.intents.map(({ intent }) => intent)).toEqual(["OUT_OF_SCOPE"]);
      },
    );

    test.each(hostile)("takes %j without throwing", async (say) => {
      const interpreter = await make();
      for (const context of Object.values(evaluationContexts)) {
        const result = await interpreter.interpret(say, context);
        expect(result.source).not.toBe("");
        for (const { intent, confidence } of result.intents) {
          expect(intents).toContain(intent);
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
        }
        if (result.act === "REQUEST") expect(result.intents.length).toBeGreaterThan(0);
        for (const { text, start, end } of whole(result)) expect(say.slice(start, end)).toBe(text);
      }
    });

    test("takes a megabyte", async () => {
      const result = await (await make()).interpret("promote it, don't ".repeat(60_000), evaluationContexts.focus);
      expect(result.intents.length).toBeGreaterThan(0);
    });

    test.each([
      ["yes", "AFFIRM"],
      ["no", "DENY"],
      ["never mind", "CANCEL"],
    ])("reads %j as %s when a confirmation is waited for", async (say, act) => {
      expect((await (await make()).interpret(say, evaluationContexts.confirm)).act).toBe(act);
    });

    test.each(["yes but only if it is better", "maybe", "what models are available?"])(
      "doesn't take %j for a yes",
      async (say) => {
        expect((await (await make()).interpret(say, evaluationContexts.confirm)).act).not.toBe("AFFIRM");
      },
    );

    test("reads a bare answer to a question for features", async () => {
      const result = await (await make()).interpret("Southampton", evaluationContexts.features);
      expect(result.act).toBe("ANSWER");
      expect(result.answer?.features).toEqual({ embarked: "S" });
    });

    test("reads a choice", async () => {
      const result = await (await make()).interpret("the second one", evaluationContexts.choice);
      expect(result.act).toBe("ANSWER");
      expect(result.answer?.choice).toBe("penguins");
    });
  });
}
