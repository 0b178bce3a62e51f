import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { conversationOf, type Product, startProduct } from "../../testing/product.ts";
import { whyOverBudget } from "./budget.ts";
import { type LoopbackServer, startLoopbackServer } from "./testing/loopback-server.ts";
import { requestOf } from "./testing/proposals.ts";

test.each([
  [undefined, { tokens: 1e9, cost: 1e9 }, false],
  [{ tokens: 1_000 }, undefined, false],
  [{ tokens: 1_000 }, { tokens: 999, cost: 50 }, false],
  [{ tokens: 1_000 }, { tokens: 1_000, cost: 0 }, true],
  [{ cost: 0.5 }, { tokens: 1e9, cost: 0.49 }, false],
  [{ cost: 0.5 }, { tokens: 10, cost: 0.5 }, true],
  [{ tokens: 1_000, cost: 0.5 }, { tokens: 10, cost: 0.6 }, true],
])("of a budget %j, after %j nothing is left: %s", (budget, spent, isOver) => {
  expect(whyOverBudget(budget, spent) !== undefined).toBe(isOver);
});

describe("a thread", () => {
  const said = "What models are available?";
  let server: LoopbackServer;
  let product: Product;
  beforeAll(async () => {
    server = await startLoopbackServer(({ message }) => ({
      kind: "ANSWER",
      proposal: requestOf("LIST_MODELS", message),
      usage: { prompt_tokens: 1_000, completion_tokens: 100, total_tokens: 1_100 },
    }));
    product = await startProduct({
      worker: false,
      variables: {
        INTERPRETER: "OPENAI_COMPATIBLE",
        LANGUAGE_MODEL: "loopback",
        LANGUAGE_MODEL_URL: server.url,
        LANGUAGE_MODEL_TIMEOUT_MS: "20000",
        LANGUAGE_MODEL_INPUT_PRICE: "2.5",
        LANGUAGE_MODEL_OUTPUT_PRICE: "10",
        LANGUAGE_MODEL_CURRENCY: "EUR",
        LANGUAGE_MODEL_THREAD_TOKENS: "2000",
      },
    });
  });
  afterAll(async () => {
    await product?.stop();
    await server?.[Symbol.asyncDispose]();
  });

  const usageOf = async (id: string) => {
    const query =
      "query T($id: ID!) { turn(id: $id) { usage { inputTokens outputTokens estimated cost currency } interpretation { source fallback } } }";
    return (await product.graphql(query, { id })).data?.turn;
  };

  test("shows what each turn took, and is answered without the language model when its budget is used up", async () => {
    const talk = conversationOf(product);
    const turns = [await talk.say(said), await talk.say(said), await talk.say(said)];
    const asked = {
      usage: { inputTokens: 1_000, outputTokens: 100, estimated: false, cost: 0.0035, currency: "EUR" },
      interpretation: { source: "OPENAI_COMPATIBLE", fallback: null },
    };
    const [first, second, third] = await Promise.all(turns.map(({ id }) => usageOf(id)));
    expect(first).toEqual(asked);
    expect(second).toEqual(asked);
    expect(third).toEqual({
      usage: null,
      interpretation: { source: "BUILT_IN", fallback: expect.stringContaining("used up the tokens") },
    });
    expect(turns.map(({ kind }) => kind)).toEqual(["LIST_MODELS", "LIST_MODELS", "LIST_MODELS"]);
    expect(server.received).toHaveLength(2);

    const other = await conversationOf(product).say(said);
    expect(await usageOf(other.id)).toEqual(asked);

    const preview = 'query I($threadId: ID!) { interpret(message: "hi", threadId: $threadId) { source fallback } }';
    const { data } = await product.graphql(preview, { threadId: talk.threadId });
    expect(data?.interpret).toMatchObject({ source: "BUILT_IN", fallback: expect.stringContaining("used up") });
    expect(server.received).toHaveLength(3);
  });
});
