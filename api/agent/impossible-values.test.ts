import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { conversationOf, type Product, startProduct, trainTitanic } from "../testing/product.ts";

let product: Product;
beforeAll(async () => {
  product = await startProduct();
  const version = await trainTitanic(product);
  await product.graphql(
    'mutation P($version: Int!) { promoteVersion(model: "titanic", version: $version) { __typename } }',
    { version },
  );
});
afterAll(() => product.stop());

const form = (turn: any) => turn.cards.find((card: any) => card.__typename === "FeatureForm");

describe("a value that can't be", () => {
  it("in an answer makes its feature missing again, and is asked about with what is possible", async () => {
    const talk = conversationOf(product);
    const asked = await talk.say("a woman in third class from Southampton");
    expect(asked.pending.missing).toEqual(["age_group"]);
    const refused = await talk.say("adult, fourth class");
    expect(refused.kind).toBe("MISSING_INPUTS");
    expect(refused.pending.missing).toEqual(["pclass"]);
    expect(refused.content).toMatch(/fourth.*isn't possible.*first.*second.*third/is);
    expect(form(refused).values).toEqual({ sex: "female", embarked: "S", age_group: "adult" });
    const done = await talk.say("second");
    expect(done.kind).toBe("PREDICTION");
    const card = done.cards.find((each: any) => each.__typename === "PredictionCard");
    expect(card.features).toEqual({ sex: "female", pclass: "2", embarked: "S", age_group: "adult" });
  });

  it("in a correction of what is gathered does so too", async () => {
    const talk = conversationOf(product);
    await talk.say("a woman in third class from Southampton");
    const refused = await talk.say("no, she boarded at Hamburg, adult");
    expect(refused.kind).toBe("MISSING_INPUTS");
    expect(refused.pending.missing).toEqual(["embarked"]);
    expect(refused.content).toMatch(/Hamburg.*Cherbourg, Queenstown or Southampton/s);
  });

  it("in a correction of the last prediction does so too", async () => {
    const talk = conversationOf(product);
    expect((await talk.say("a woman in third class from Southampton, adult")).kind).toBe("PREDICTION");
    const refused = await talk.say("no, she boarded at Hamburg");
    expect(refused.kind).toBe("MISSING_INPUTS");
    expect(refused.pending.missing).toEqual(["embarked"]);
  });
});
