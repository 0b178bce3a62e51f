import { expect, test } from "vitest";
import { evaluationContexts } from "../../evaluation/contexts.ts";
import { createBuiltInInterpreter } from "../index.ts";

const interpreter = createBuiltInInterpreter();
const intentsOf = async (text: string) =>
  (await interpreter.interpret(text, evaluationContexts.fleet)).intents.map(({ intent }) => intent);

test.each<[string, string[]]>([
  ["Promote titanic 3? Not a chance.", ["OUT_OF_SCOPE"]],
  ["Roll back titanic? Over my dead body. List the models.", ["LIST_MODELS"]],
  ["archive cars 2. no wait, don't", ["OUT_OF_SCOPE"]],
  [
    "I'd love to promote cars 2 but compliance won't let me, so show me the metrics of cars 2 instead",
    ["MODEL_DETAILS"],
  ],
])("%j takes back what it seems to ask for", async (text, intents) => {
  expect(await intentsOf(text)).toEqual(intents);
});

test.each<[string, string[]]>([
  ["Promote titanic 3? Yes please, do it.", ["PROMOTE"]],
  ["promote titanic 3. Never mind the colour.", ["PROMOTE"]],
  ["I'd love to promote cars 2, and thanks", ["PROMOTE"]],
])("%j takes back nothing", async (text, intents) => {
  expect(await intentsOf(text)).toEqual(intents);
});
