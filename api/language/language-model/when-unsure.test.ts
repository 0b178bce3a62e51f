import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openLog } from "../../platform/log.ts";
import { createBuiltInInterpreter } from "../built-in/index.ts";
import type { InterpretationContext, Interpreter } from "../interpreter.ts";
import { createLanguageModelInterpreter } from "./create-language-model-interpreter.ts";
import { asking, choosing, confirming, trained } from "./testing/contexts.ts";
import { type LoopbackServer, startLoopbackServer } from "./testing/loopback-server.ts";
import { requestOf } from "./testing/proposals.ts";

const builtIn = createBuiltInInterpreter();
let server: LoopbackServer;
beforeEach(async () => {
  server = await startLoopbackServer(({ message }) => ({
    kind: "ANSWER",
    proposal: requestOf("LIST_MODELS", message),
  }));
});
afterEach(() => server[Symbol.asyncDispose]());

function interpreter(use: "ALWAYS" | "WHEN_UNSURE"): Interpreter {
  const settings = { provider: "OPENAI_COMPATIBLE", model: "m", url: server.url, timeoutMs: 20_000, use } as const;
  return createLanguageModelInterpreter("OPENAI_COMPATIBLE", settings, builtIn, openLog("silent", "test"));
}

const plain: [string, InterpretationContext][] = [
  ["What models are available?", trained],
  ["promote version 3 of titanic", trained],
  ["train the titanic model with 30% held out", trained],
  ["who promoted version 2?", trained],
  ["a boy in first class who boarded in Cherbourg", trained],
  ["a woman in third class", trained],
  ["yes", confirming],
  ["no", confirming],
  ["never mind", confirming],
  ["Southampton, an adult", asking],
  ["the second one", choosing],
];

describe("WHEN_UNSURE", () => {
  test.each(plain)("%j costs no call", async (said, context) => {
    const interpretation = await interpreter("WHEN_UNSURE").interpret(said, context);
    expect(server.received).toHaveLength(0);
    expect(interpretation).toEqual(await builtIn.interpret(said, context));
    expect(interpretation.source).toBe("BUILT_IN");
  });

  test.each<[string, string, InterpretationContext]>([
    ["nothing that it knows", "gimme the rundown on everything you have got", trained],
    ["a hint", "my ma and pa bought fancy tickets for the whole lot of us", trained],
    ["a yes to nothing", "yes", trained],
    ["a value that can't be", "a man in fourth class from Southampton", trained],
    [
      "a long description with something missing",
      "she was a young bride, travelling in third class with the baker's cousin, who had got on in a place that I forget the name of",
      trained,
    ],
  ])("asks about %s: %j", async (_what, said, context) => {
    await interpreter("WHEN_UNSURE").interpret(said, context);
    expect(server.received.length).toBeGreaterThan(0);
  });

  test("takes what the language model reads then", async () => {
    const said = "gimme the rundown on everything you have got";
    expect(await interpreter("WHEN_UNSURE").interpret(said, trained)).toMatchObject({
      source: "OPENAI_COMPATIBLE",
      intents: [{ intent: "LIST_MODELS" }],
    });
  });

  test("asks about a message that the built-in interpreter does not read to its end", async () => {
    await interpreter("WHEN_UNSURE").interpret(`What models are available? ${" ".repeat(4_000)}And more.`, trained);
    expect(server.received).toHaveLength(1);
  });
});

test("ALWAYS asks about a plain message too", async () => {
  await interpreter("ALWAYS").interpret("What models are available?", trained);
  expect(server.received).toHaveLength(1);
});
