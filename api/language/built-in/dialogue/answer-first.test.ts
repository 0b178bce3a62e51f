import { expect, test } from "vitest";
import { evaluationContexts } from "../../evaluation/contexts.ts";
import type { InterpretationContext } from "../../interpreter.ts";
import { createBuiltInInterpreter } from "../index.ts";

const interpreter = createBuiltInInterpreter();

test.each<[string, string, string[]]>([
  ["yes, and show me what's in production after", "AFFIRM", ["ACTIVE_MODEL"]],
  ["yes please. Then train penguins", "AFFIRM", ["TRAIN"]],
  ["go ahead, and tell me who trained it", "AFFIRM", ["AUDIT_HISTORY"]],
  ["yes, and roll back titanic", "AFFIRM", ["ROLLBACK"]],
  ["no. and tell me what's live for penguins", "DENY", ["ACTIVE_MODEL"]],
  ["no, train another one", "DENY", ["TRAIN"]],
  ["yes, and when that's done show me what is in production now", "AFFIRM", ["ACTIVE_MODEL"]],
  ["forget it, list the models", "CANCEL", ["LIST_MODELS"]],
  ["rather train a new penguins version", "CANCEL", ["TRAIN"]],
])("%j answers what is waited for, and asks for something else", async (text, act, intents) => {
  const heard = await interpreter.interpret(text, evaluationContexts.confirm);
  expect(heard.act).toBe(act);
  expect(heard.intents.map(({ intent }) => intent)).toEqual(intents);
});

test.each<[string, string[]]>([
  ["yes but first show me its metrics", ["MODEL_DETAILS"]],
  ["ok, what is the accuracy of version 3?", ["MODEL_DETAILS"]],
  ["yes, what is its accuracy?", ["MODEL_DETAILS"]],
  ["yes, promote version 1", ["PROMOTE"]],
  ["yes, and promote version 1", ["PROMOTE"]],
])("%j is no yes to the plan that is shown", async (text, intents) => {
  const heard = await interpreter.interpret(text, evaluationContexts.confirm);
  expect(heard.act).toBe("REQUEST");
  expect(heard.intents.map(({ intent }) => intent)).toEqual(intents);
});

test.each(["yes, promote it", "yes. promote titanic version 3", "yes that one", "go ahead and promote version 3"])(
  "%j approves, and asks for nothing else",
  async (text) => {
    expect(await interpreter.interpret(text, evaluationContexts.confirm)).toMatchObject({ act: "AFFIRM", intents: [] });
  },
);

test.each(["hmm no, cancel that too", "never mind all that", "forget it, I'll do it tomorrow"])(
  "%j only calls off",
  async (text) => {
    const heard = await interpreter.interpret(text, evaluationContexts.confirm);
    expect(heard.act).toMatch(/^(?:CANCEL|DENY)$/);
    expect(heard.intents).toEqual([]);
  },
);

test("after a choice between two models, “the other one” is the other of them", async () => {
  const context: InterpretationContext = {
    ...evaluationContexts.fleet,
    pending: {
      kind: "CONFIRMATION",
      action: "archiveVersion",
      summary: "Archive cars version 2",
      about: { model: "cars", version: 2 },
      chosenOf: { models: ["titanic", "cars"], version: 2 },
    },
  };
  const heard = await interpreter.interpret("wait no the other one", context);
  expect(heard).toMatchObject({
    act: "CANCEL",
    intents: [{ intent: "ARCHIVE", slots: { model: "titanic", version: 2 } }],
  });
});

test.each<[string, object]>([
  ["wait no. not archive, i wanted to promote it", { intent: "PROMOTE", slots: { model: "cars", version: 2 } }],
  ["no wait, 1 instead", { intent: "ARCHIVE", slots: { model: "cars", version: 1 } }],
  ["the first, sorry", { intent: "ARCHIVE", slots: { model: "cars", version: 1 } }],
])("%j changes what is waited for", async (text, intent) => {
  const heard = await interpreter.interpret(text, {
    ...evaluationContexts.fleet,
    focus: { model: "cars", version: 2 },
    pending: {
      kind: "CONFIRMATION",
      action: "archiveVersion",
      summary: "Archive cars version 2",
      about: { model: "cars", version: 2 },
    },
  });
  // What is turned down first waits no more.
  expect(heard).toMatchObject({ act: text.startsWith("the") ? "REQUEST" : "CANCEL", intents: [intent] });
});
