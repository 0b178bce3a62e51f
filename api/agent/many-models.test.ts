import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { titanic } from "../models/definitions/titanic.ts";
import { conversationOf, type Product, runEvents, startProduct } from "../testing/product.ts";

let product: Product;
let client: Client;
const count = 150;
const nameOf = (index: number) => `ship-${String(index).padStart(3, "0")}`;

beforeAll(async () => {
  product = await startProduct();
  client = new Client({ connectionString: product.databaseUrl });
  await client.connect();
  await register(Array.from({ length: count }, (_, index) => nameOf(index + 1)));
  await register(["vessel_survivors"], ["lifeboats"]);
});
afterAll(async () => {
  await client?.end();
  await product?.stop();
});

/** Models without a version, as the log has them. */
async function register(names: string[], aliases: string[] = []): Promise<void> {
  await client.query(
    `WITH added AS (
       INSERT INTO model (id, name, description, task, target, definition, created_by)
       SELECT uuidv7(), name, 'of the crossing ' || name, 'BINARY_CLASSIFICATION', 'survived',
         jsonb_set(jsonb_set($1::jsonb, '{name}', to_jsonb(name)), '{aliases}', $3::jsonb), 'local-owner'
       FROM unnest($2::text[]) AS name RETURNING id)
     INSERT INTO stage_change (model_id, to_stage, reason, actor_id, request_id)
     SELECT id, 'CANDIDATE', 'REGISTERED', 'local-owner', 'test' FROM added`,
    [JSON.stringify({ ...titanic, title: "Who survived a crossing" }), names, JSON.stringify(aliases)],
  );
}

const slotsOf = async (message: string) => {
  const { data } = await product.graphql(
    "query I($message: String!) { interpret(message: $message) { intents { intent slots } } }",
    { message },
  );
  return data?.interpret.intents;
};

describe("a conversation about one of more models than any message is read beside", () => {
  it.each([
    ["train ship-140 with 25% held out", "TRAIN", nameOf(140)],
    ["tell me about ship 149", "MODEL_DETAILS", nameOf(149)],
    ["train the model shpi-140", "TRAIN", nameOf(140)],
    ["tell me about the vessel_survivros model", "MODEL_DETAILS", "vessel_survivors"],
    ["train lifeboats", "TRAIN", "vessel_survivors"],
  ])("%s", async (message, intent, model) => {
    expect(await slotsOf(message)).toMatchObject([{ intent, slots: { model } }]);
  });

  it("trains it, promotes it when confirmed, predicts with it, and goes on about it", async () => {
    const talk = conversationOf(product);
    const training = await talk.say("train ship-140 with 25% held out");
    expect(training.kind).toBe("TRAINING_STARTED");
    await runEvents(product, training.cards[0].runId);
    expect((await talk.say("promote it")).content).toContain("Promote version 1 of `ship-140`?");
    expect((await talk.say("yes")).content).toContain("`ship-140` version 1 is in production");
    const predicted = await talk.say("a woman of 30 in first class who boarded in Cherbourg");
    expect(predicted.content).toContain("`ship-140`");
    expect(predicted.cards[0]).toMatchObject({ __typename: "PredictionCard", version: 1 });
    expect((await talk.say("which model is in production?")).content).toContain("`ship-140` version 1");
    expect((await talk.say("tell me about it")).content).toContain("ship-140");
  });

  it("goes on, after a confirmation, about a model that only the message before it named", async () => {
    const training = await conversationOf(product).say("train ship-147 with 25% held out");
    await runEvents(product, training.cards[0].runId);
    const talk = conversationOf(product);
    const asked = await talk.say("archive version 1 of ship-140 and promote ship-147");
    expect(asked.kind).toBe("CONFIRMATION_REQUIRED");
    expect((await talk.say("yes")).content).toContain("Promote version 1 of `ship-147`?");
  });

  it("knows a model at once that was registered meanwhile", async () => {
    await register(["ship-999"]);
    expect(await slotsOf("tell me about ship-999")).toMatchObject([{ slots: { model: "ship-999" } }]);
  });

  it("tells how many there are in all", async () => {
    const { content, cards } = await conversationOf(product).say("what models are available?");
    expect(content).toMatch(/^152 models are trained: .* and 142 more\.$/);
    expect(cards[0].rows).toHaveLength(50);
  });
});
