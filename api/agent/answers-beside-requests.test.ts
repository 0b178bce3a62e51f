import { afterAll, beforeAll, expect, it } from "vitest";
import { conversationOf, type Product, runEvents, startProduct, trainTitanic } from "../testing/product.ts";

let product: Product;
beforeAll(async () => {
  product = await startProduct();
  await trainTitanic(product);
  await trainTitanic(product);
});
afterAll(() => product.stop());

const latest = async (count: number) => {
  const { data } = await product.graphql(`{ auditLog(first: ${count}) { nodes { action outcome message answer } } }`);
  return data?.auditLog.nodes;
};

it("does what was confirmed, then what was asked besides, each because of its own sentence", async () => {
  const talk = conversationOf(product);
  await talk.say("promote version 1 of titanic");
  const both = await talk.say("yes, and then train penguins with seed 3");
  expect(both.kind).toBe("TRAINING_STARTED");
  expect(both.content).toContain("`titanic` version 1 is in production");
  expect(both.content).toContain("Training `penguins`");
  expect(both.pending).toBeNull();
  expect(both.interpretation.intents.map((each: any) => each.intent)).toEqual(["PROMOTE", "TRAIN"]);
  const events = await latest(4);
  expect(events.find(({ action }: any) => action === "promoteVersion")).toMatchObject({
    message: "promote version 1 of titanic",
    answer: "yes, and then train penguins with seed 3",
  });
  expect(events.find(({ action }: any) => action === "trainModel")).toMatchObject({
    message: "yes, and then train penguins with seed 3",
    answer: null,
  });
});

it("asks the next confirmation after the first, and each waits for a yes of its own", async () => {
  const talk = conversationOf(product);
  await talk.say("promote version 2 of titanic");
  const next = await talk.say("yes, and roll back titanic");
  expect(next.kind).toBe("CONFIRMATION_REQUIRED");
  expect(next.content).toContain("Roll `titanic` back to version 1?");
  const { data } = await product.graphql('{ model(name: "titanic") { production { version } } }');
  expect(data?.model.production.version).toBe(2);
  expect((await talk.say("yes")).kind).toBe("ROLLED_BACK");
});

it("a no before another request changes nothing, and the request is served", async () => {
  const talk = conversationOf(product);
  await talk.say("archive titanic");
  const turn = await talk.say("no. what's live?");
  expect(turn).toMatchObject({ kind: "ACTIVE_MODEL", pending: null });
  expect(turn.content).toContain("nothing was changed");
});

it("offers to archive a version that is to be deleted, and keeps the model", async () => {
  const talk = conversationOf(product);
  const asked = await talk.say("delete version 2 of titanic");
  expect(asked.interpretation.intents[0]).toMatchObject({ intent: "REMOVE", slots: { model: "titanic", version: 2 } });
  expect(asked.content).toContain("A single version isn’t deleted");
  expect(asked.kind).not.toBe("REMOVED");
});

it("“the other one” after a choice is the other model that has the version", async () => {
  for (const seed of [1, 2]) {
    const { data } = await product.graphql(
      `mutation { trainModel(input: { model: "cars", seed: ${seed} }) { ... on TrainingRun { id } } }`,
    );
    await runEvents(product, data?.trainModel.id);
  }
  const talk = conversationOf(product);
  const choice = await talk.say("promote version 2");
  expect(choice.pending.kind).toBe("CHOICE");
  expect(choice.content).toContain("Say `titanic` or `cars`");
  expect((await talk.say("cars")).content).toContain("Promote version 2 of `cars`?");
  expect((await talk.say("no wait, the other one")).content).toContain("Promote version 2 of `titanic`?");
});
