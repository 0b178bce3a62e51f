import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { conversationOf, type Product, startProduct, trainTitanic } from "../testing/product.ts";

let product: Product;
beforeAll(async () => {
  product = await startProduct();
  await trainTitanic(product);
  await trainTitanic(product);
  for (const version of [1, 2])
    await product.graphql(
      'mutation P($version: Int!) { promoteVersion(model: "titanic", version: $version) { __typename } }',
      { version },
    );
});
afterAll(() => product.stop());

describe("what nobody asked for", () => {
  it("is not done when an alias or a tag is asked for, however often", async () => {
    const talk = conversationOf(product);
    for (const message of [
      "delete the alias challenger of titanic",
      "please delete titanic's alias challenger",
      "give version 1 of titanic the alias challenger",
      "tag titanic version 1 with promoted=yes",
    ]) {
      const turn = await talk.say(message);
      expect({ kind: turn.kind, pending: turn.pending }).toEqual({ kind: "HELP", pending: null });
      expect(turn.content).toContain("nothing was changed");
    }
  });

  it("is not agreed to by other words that may mean another change", async () => {
    const talk = conversationOf(product);
    expect((await talk.say("restore version 1 of titanic")).pending?.kind).toBe("CONFIRMATION");
    expect((await talk.say("bring back titanic version 1")).kind).not.toBe("ROLLED_BACK");
  });

  it("is not promised on a condition: the plan says whose it is to weigh", async () => {
    const talk = conversationOf(product);
    const asked = await talk.say("archive titanic 2 if nobody uses it");
    expect(asked.kind).toBe("CONFIRMATION_REQUIRED");
    expect(asked.content).toMatch(/can't weigh a condition.*say “yes” only if yours holds/s);
    expect((await talk.say("no")).kind).toBe("CANCELLED");
  });

  it("is not predicted when a question is asked about a value that is waited for", async () => {
    const talk = conversationOf(product);
    expect((await talk.say("a boy in first class from Cherbourg")).kind).toBe("PREDICTION");
    expect((await talk.say("a woman in third class")).pending.missing).toEqual(["embarked", "age_group"]);
    const told = await talk.say("what counts as a child?");
    expect(told.kind).not.toBe("PREDICTION");
    expect(told.pending.missing).toEqual(["embarked", "age_group"]);
    const done = await talk.say("Southampton, an adult");
    const card = done.cards.find((each: any) => each.__typename === "PredictionCard");
    expect(card.features).toEqual({ sex: "female", pclass: "3", embarked: "S", age_group: "adult" });
  });
});

it("a version that nobody archived by itself is told to have been replaced", async () => {
  const talk = conversationOf(product);
  const told = await talk.say("who archived version 1 of titanic?");
  expect(told.content).toMatch(/Nobody archived `titanic` version 1 by itself: .* another version took its place/);
});
