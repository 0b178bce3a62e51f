import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openLog } from "../../platform/log.ts";
import { createBuiltInInterpreter } from "../built-in/index.ts";
import { readEvaluationSet } from "../evaluation/cases.ts";
import { evaluationContexts } from "../evaluation/contexts.ts";
import { describeInterpreter } from "../interpreter.contract.ts";
import type { Interpretation, InterpretationContext, Interpreter } from "../interpreter.ts";
import { createLanguageModelInterpreter } from "./create-language-model-interpreter.ts";
import { sentPart } from "./prompt.ts";
import { type LoopbackServer, startLoopbackServer } from "./testing/loopback-server.ts";
import { proposalFrom } from "./testing/proposals.ts";

/**
 * A language model that understands as the built-in interpreter does, behind a real server and the real client: what is lost
 * between its words and the interpretation is lost by the prompt, the transport or the validation.
 */
const builtIn = createBuiltInInterpreter();
let server: LoopbackServer;
let context: InterpretationContext;
beforeAll(async () => {
  server = await startLoopbackServer(async ({ message }) => ({
    kind: "ANSWER",
    proposal: proposalFrom(message, await builtIn.interpret(message, context)),
  }));
});
afterAll(() => server[Symbol.asyncDispose]());

function make(): Interpreter {
  const settings = { provider: "OPENAI_COMPATIBLE", model: "loopback", url: server.url, timeoutMs: 60_000 } as const;
  const interpreter = createLanguageModelInterpreter("OPENAI_COMPATIBLE", settings, builtIn, openLog("silent", "test"));
  return {
    name: interpreter.name,
    interpret(message, given, signal) {
      context = given;
      return interpreter.interpret(message, given, signal);
    },
  };
}

describeInterpreter("OPENAI_COMPATIBLE", make);

/** What counts of an interpretation: values in any order, without the words and sentences beside them. */
function essence({ act, intents, answer }: Interpretation) {
  return {
    act,
    intents: intents.map(({ intent, slots, missing }) => ({ intent, slots, missing })),
    features: answer?.features,
    choice: answer?.choice,
  };
}

describe("what a language model understands arrives whole", () => {
  const { messages, turns } = readEvaluationSet("tuning");
  test("for every message of the tuning set", { timeout: 120_000 }, async () => {
    const interpreter = make();
    const lost: unknown[] = [];
    let answered = 0;
    for (const { say, context: name } of [...messages, ...turns]) {
      const got = await interpreter.interpret(say, evaluationContexts[name]);
      const wanted = await builtIn.interpret(say, evaluationContexts[name]);
      if (got.source === "OPENAI_COMPATIBLE") answered += 1;
      if (JSON.stringify(sorted(essence(got))) !== JSON.stringify(sorted(essence(wanted))))
        lost.push({ say, got: essence(got), wanted: essence(wanted) });
    }
    expect(lost).toEqual([]);
    expect(answered / (messages.length + turns.length)).toBeGreaterThan(0.98);
  });

  test("and only the sent part of a long one", async () => {
    const long = `which models are there? ${"x ".repeat(50_000)}`;
    expect((await make().interpret(long, evaluationContexts.registry)).source).toBe("OPENAI_COMPATIBLE");
    expect(server.received.at(-1)?.message).toBe(sentPart(long));
  });
});

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sorted(item)]),
  );
}
