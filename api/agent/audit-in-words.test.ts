import { afterAll, beforeAll, expect, it } from "vitest";
import { conversationOf, type Product, startProduct, trainTitanic } from "../testing/product.ts";

let product: Product;
beforeAll(async () => {
  product = await startProduct();
  await trainTitanic(product);
});
afterAll(() => product.stop());

const newest = async () => {
  const { data } = await product.graphql(
    "{ auditLog(first: 1) { totalCount nodes { action message answer turnId threadId } } }",
  );
  return data?.auditLog.nodes[0];
};

it("records the sentence that asked for an act, its turn, and the answer that confirmed it", async () => {
  const talk = conversationOf(product);
  const asked = await talk.say("promote version 1 of titanic");
  await talk.say("which model is active?");
  await talk.say("yes");
  expect(await newest()).toEqual({
    action: "promoteVersion",
    message: "promote version 1 of titanic",
    answer: "yes",
    turnId: asked.id,
    threadId: talk.threadId,
  });
  const told = await talk.say("who promoted version 1?");
  expect(told.content).toContain("Because of `promote version 1 of titanic`, then `yes`.");
  expect((await product.graphql("{ verifyAuditLog { valid } }")).data?.verifyAuditLog.valid).toBe(true);
});

it("does so for a button, for a refusal, and with nothing where nothing was said", async () => {
  const talk = conversationOf(product);
  const asked = await talk.say("take titanic off production");
  await talk.answer(asked.pending.id, { confirm: true });
  expect(await newest()).toMatchObject({ message: "take titanic off production", answer: "Yes", turnId: asked.id });
  await talk.say("promote version 7 of titanic");
  expect(await newest()).toMatchObject({ message: "promote version 7 of titanic", answer: null });
  await product.graphql('mutation { rollback(model: "titanic") { __typename } }');
  expect(await newest()).toMatchObject({ action: "rollback", message: null, answer: null, turnId: null });
});

it("tells a removed model's version 1 from the present one's", async () => {
  const talk = conversationOf(product);
  await product.graphql(
    'mutation { removeModel(name: "titanic", confirmName: "titanic", inProduction: true) { __typename } }',
  );
  const before = await talk.say("who promoted version 1 of titanic?");
  expect(before.content).toMatch(
    /Promoted version 1 of titanic to production\..* That `titanic` was removed on \d{4}-/,
  );
  await trainTitanic(product);
  await product.graphql('mutation { promoteVersion(model: "titanic", version: 1) { __typename } }');
  const [present = "", earlier = ""] = (await talk.say("who promoted version 1 of titanic?")).content.split("\n");
  expect(present).toContain("Promoted version 1 of titanic");
  expect(present).not.toContain("was removed");
  expect(earlier).toContain("That `titanic` was removed on");
});

it("counts all acts, however many the table shows", async () => {
  for (let times = 0; times < 25; times += 1)
    await product.graphql('mutation { archiveVersion(model: "titanic", version: 99) { __typename } }');
  const { data } = await product.graphql("{ auditLog(first: 1) { totalCount } }");
  const told = await conversationOf(product).say("what happened lately?");
  expect(told.content).toContain(`And ${data?.auditLog.totalCount - 3} earlier acts.`);
});
