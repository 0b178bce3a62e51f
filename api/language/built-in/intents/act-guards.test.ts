import { expect, test } from "vitest";
import { evaluationContexts } from "../../evaluation/contexts.ts";
import { createBuiltInInterpreter } from "../index.ts";

const interpreter = createBuiltInInterpreter();
const asked = async (text: string) =>
  (await interpreter.interpret(text, evaluationContexts.registry)).intents.map(({ intent }) => intent);

test.each([
  ["don't archive version 1", ["OUT_OF_SCOPE"]],
  ["there is no need to promote it", ["OUT_OF_SCOPE"]],
  ["I archived version 1 this morning", ["OUT_OF_SCOPE"]],
  ["my manager wants me to delete titanic", ["OUT_OF_SCOPE"]],
  ["how do I archive a version?", ["HELP"]],
  ["what happens when I remove titanic?", ["HELP"]],
  ["if I delete titanic, what happens?", ["HELP"]],
  ["has anyone archived version 1?", ["AUDIT_HISTORY"]],
  ["who deleted titanic?", ["AUDIT_HISTORY"]],
  ["archive the invoices", ["OUT_OF_SCOPE"]],
  ["train to London", ["OUT_OF_SCOPE"]],
])("%j asks for %j", async (text, intents) => {
  expect(await asked(text)).toEqual(intents);
});

test.each([
  ["why don't you archive version 1", ["ARCHIVE"]],
  ["don't forget to promote version 3", ["PROMOTE"]],
  ["could you please archive version 1?", ["ARCHIVE"]],
  ["I want version 3 promoted", ["PROMOTE"]],
  ["the cars training can be stopped", ["CANCEL_TRAINING"]],
  ["penguins we need no more, please delete", ["REMOVE"]],
  ["for to archive a version, how one makes here?", ["HELP"]],
  ["let the version 2 of cars be the one of production", ["PROMOTE"]],
  ["build me a freshly trained cars", ["TRAIN"]],
  ['if I said "remove cars", would you do it?', ["HELP"]],
  ['the manual says "remove cars". What does that do?', ["HELP"]],
  ["how many rows is penguins 1 trained on?", ["MODEL_DETAILS"]],
  ["cars version 2, when was it trained?", ["AUDIT_HISTORY"]],
  ["compare cars 1 with 2 and also titanic 1 with 3", ["COMPARE_VERSIONS", "COMPARE_VERSIONS"]],
  ["don't promote version 3 but archive version 1", ["ARCHIVE"]],
])("%j still asks", async (text, intents) => {
  expect(await asked(text)).toEqual(intents);
});

test.each([
  "under no circumstances may titanic 1 be removed",
  "remove cars is what he said",
  "promote neither titanic 1 nor 2",
  "it'd be silly to archive titanic now",
])("%j asks for no change", async (text) => {
  expect(await asked(text)).toEqual(["OUT_OF_SCOPE"]);
});
