import { afterAll, beforeAll, expect, test } from "vitest";
import { conversationOf, type Product, startProduct, trainTitanic } from "../testing/product.ts";

const secret = "0123456789abcdef0123456789abcdef";
let product: Product;
beforeAll(async () => {
  product = await startProduct({
    variables: {
      SIGN_IN: "PROXY",
      SIGN_IN_SECRET: secret,
      SIGN_IN_USER_HEADER: "x-user",
      SIGN_IN_EMAIL_HEADER: "x-email",
      SIGN_IN_OWNERS: "olga@example.com",
      SIGN_IN_APPROVERS: "ann@example.com,bob@example.com",
      SIGN_IN_EDITORS: "ed@example.com",
    },
  });
  await trainTitanic(as("ed"), { seed: 1 });
  await trainTitanic(as("ed"), { seed: 2 });
  await as("olga").graphql(
    `mutation { setPolicy(input: { model: "titanic", approvals: 1 }) { __typename ... on Error { message } } }`,
  );
});
afterAll(() => product.stop());

const as = (name: string) =>
  product.as({ "x-modelwright-secret": secret, "x-user": `u-${name}`, "x-email": `${name}@example.com` });
const inProduction = async () =>
  (await as("ed").graphql(`{ activeModel { version } }`)).data?.activeModel?.version ?? null;
const waiting = async (who: string) =>
  (await as(who).graphql("{ proposals(status: PROPOSED) { nodes { id own proposedBy version { version } } } }")).data
    ?.proposals.nodes;
const approveBy = async (who: string, id: string) =>
  (
    await as(who).graphql(
      "mutation A($id: ID!) { approveProposal(id: $id) { __typename ... on Error { code message } ... on ModelVersion { version stage } } }",
      { id },
    )
  ).data?.approveProposal;

test("what one proposed by GraphQL another approves, and not they themselves, nor who may not", async () => {
  const proposed = await as("ann").graphql(
    `mutation { promoteVersion(model: "titanic", version: 1) { __typename ... on Proposal { id } ... on Error { message } } }`,
  );
  const { id } = proposed.data?.promoteVersion ?? {};
  expect(await waiting("ann")).toEqual([{ id, own: true, proposedBy: "ann@example.com", version: { version: 1 } }]);
  expect(await waiting("bob")).toMatchObject([{ id, own: false }]);
  expect(await approveBy("ann", id)).toMatchObject({
    code: "FORBIDDEN",
    message: expect.stringContaining("another person"),
  });
  expect(await approveBy("ed", id)).toMatchObject({ code: "FORBIDDEN" });
  expect(await inProduction()).toBeNull();
  expect(await approveBy("bob", id)).toMatchObject({ version: 1, stage: "PRODUCTION" });
  const history = await as("ed").graphql(`{ modelHistory(model: "titanic", first: 2) { nodes { type actor } } }`);
  expect(history.data?.modelHistory.nodes).toEqual([
    { type: "PROPOSAL_APPROVED", actor: "bob@example.com" },
    { type: "PROMOTED", actor: "ann@example.com" },
  ]);
});

test("the same in words: one asks, and another says “approve it”", async () => {
  const ann = conversationOf(as("ann"));
  await ann.say("promote version 2 of titanic");
  expect(await ann.say("yes")).toMatchObject({ kind: "PROPOSED", content: expect.stringContaining("another person") });
  // Their own "approve" is refused, and so is that of who may not.
  expect((await ann.say("approve it")).content).toContain("another person has to approve it");
  expect((await conversationOf(as("ed")).say("approve version 2 of titanic")).content).toContain("models:approve");
  expect(await inProduction()).toBe(1);

  const bob = conversationOf(as("bob"));
  const asked = await bob.say("approve titanic");
  expect(asked).toMatchObject({
    pending: { kind: "CONFIRMATION" },
    content: expect.stringContaining("ann@example.com proposed"),
  });
  expect(asked.content).toContain("takes the place of version 1");
  expect(await bob.say("yes")).toMatchObject({ kind: "PROMOTED" });
  expect(await inProduction()).toBe(2);
  const told = await bob.say("who promoted version 2?");
  expect(told.content).toContain("ann@example.com");
});
