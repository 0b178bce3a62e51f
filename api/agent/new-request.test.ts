import { afterAll, beforeAll, expect, it } from "vitest";
import { conversationOf, type Product, startProduct, trainTitanic } from "../testing/product.ts";

let product: Product;
beforeAll(async () => {
  product = await startProduct();
  await trainTitanic(product);
  const talk = conversationOf(product);
  await talk.say("promote titanic 1");
  await talk.say("yes");
});
afterAll(() => product.stop());

it("a training takes the place of a question that was open; a question of the person's own leaves it", async () => {
  const talk = conversationOf(product);
  const asked = await talk.say("a woman in third class");
  expect(asked.kind).toBe("MISSING_INPUTS");
  const digression = await talk.say("which model is live?");
  expect(digression.pending.id).toBe(asked.pending.id);
  const trained = await talk.say("train penguins with 20% held out");
  expect(trained.kind).toBe("TRAINING_STARTED");
  expect(trained.content).toContain("I put the earlier question aside.");
  expect(trained.pending).toBeNull();
  expect((await talk.say("an adult from Southampton")).kind).not.toBe("PREDICTION");
});
