import { afterAll, beforeAll, expect, test } from "vitest";
import { conversationOf, type Product, startProduct, trainTitanic } from "../../../testing/product.ts";

let product: Product;
beforeAll(async () => {
  product = await startProduct();
  await trainTitanic(product);
});
afterAll(() => product.stop());

const ask = async (query: string, variables?: object) => {
  const { data, errors } = await product.graphql(query, variables);
  expect(errors).toBeUndefined();
  return data;
};
const setPolicy = async (fields: string) =>
  (
    await ask(`mutation { setPolicy(input: { model: "titanic" ${fields} }) {
    ... on Model { policy { revision approvals parity description notWorse { metric tolerance } metrics { name atLeast atMost } changedBy } }
    ... on Error { code message } } }`)
  )?.setPolicy;
const plan = async () =>
  (
    await ask(`{ plan(action: PROMOTE_VERSION, model: "titanic", version: 1) {
    __typename ... on ActionPlan { effects digest gates { name passed } }
    ... on GatesFailedError { code message gates { name passed detail } } } }`)
  )?.plan;
const promote = async () =>
  (
    await ask(`mutation { promoteVersion(model: "titanic", version: 1) {
    __typename ... on Proposal { id status planDigest effects proposedBy version { version } gates { name passed } } ... on Error { code message } } }`)
  )?.promoteVersion;

test("a policy is read and set; what does not hold is shown with what does", async () => {
  expect(
    (await ask('{ model(name: "titanic") { policy { revision approvals notWorse { metric } metrics { name } } } }'))
      ?.model.policy,
  ).toEqual({ revision: 0, approvals: 0, notWorse: null, metrics: [] });
  expect(
    await setPolicy('notWorse: { tolerance: 0.1 }, metrics: [{ name: "accuracy", atLeast: 0.99 }], parity: true'),
  ).toEqual({
    policy: {
      revision: 1,
      approvals: 0,
      parity: true,
      description: false,
      notWorse: { metric: null, tolerance: 0.1 },
      metrics: [{ name: "accuracy", atLeast: 0.99, atMost: null }],
      changedBy: "local owner",
    },
  });
  const gates = [
    { name: "artifact", passed: true },
    { name: "baseline", passed: true },
    { name: "not worse", passed: true },
    { name: "metric accuracy", passed: false },
    { name: "parity", passed: true },
  ];
  expect(await plan()).toMatchObject({ __typename: "GatesFailedError", code: "CONFLICT", gates });
  expect(await promote()).toMatchObject({ __typename: "GatesFailedError", code: "CONFLICT" });

  const reply = await conversationOf(product).say("promote titanic version 1");
  expect(reply.kind).toBe("ERROR");
  expect(reply.content).toMatch(
    /\n- ✓ .*\n- ✓ .*\n- ✓ .*\n- ✗ The accuracy of version 1 is 0\.\d+; it must be at least 0\.99\.\n- ✓ /,
  );
});

test("where a second person is asked for, a promotion is a proposal, in the chat too; its maker can't approve it", async () => {
  await setPolicy("approvals: 1");
  expect((await plan()).effects[0]).toContain("second person");
  const { say } = conversationOf(product);
  const asked = await say("promote titanic version 1");
  expect(asked.cards[0].effects[0]).toContain("second person");
  const done = await say("yes");
  expect(done).toMatchObject({ kind: "PROPOSED", content: expect.stringContaining("another person approves") });
  expect(await promote()).toMatchObject({ code: "CONFLICT", message: expect.stringContaining("proposed already") });

  const list = await ask(`{ proposals(model: "titanic", status: PROPOSED) {
    totalCount nodes { id status sentence comment proposedBy decidedBy version { version stage } model { name } gates { passed } } } }`);
  expect(list?.proposals).toMatchObject({
    totalCount: 1,
    nodes: [
      {
        status: "PROPOSED",
        sentence: "promote titanic version 1",
        proposedBy: "local owner",
        decidedBy: null,
        version: { version: 1, stage: "CANDIDATE" },
      },
    ],
  });
  const [{ id }] = list?.proposals.nodes ?? [];
  const decide = (
    field: string,
  ) => `mutation ($id: ID!, $comment: String) { result: ${field}(id: $id, comment: $comment) {
    __typename ... on Proposal { status decidedBy decisionComment } ... on Error { code message } } }`;
  expect((await ask(decide("approveProposal"), { id }))?.result).toMatchObject({ code: "FORBIDDEN" });
  expect((await ask(decide("rejectProposal"), { id, comment: "not yet" }))?.result).toEqual({
    __typename: "Proposal",
    status: "REJECTED",
    decidedBy: "local owner",
    decisionComment: "not yet",
  });
  expect((await ask(decide("rejectProposal"), { id }))?.result).toMatchObject({ code: "CONFLICT" });
  expect(await promote()).toMatchObject({ __typename: "Proposal", status: "PROPOSED", proposedBy: "local owner" });
});

test("what was proposed for a model that was removed waits for nothing, until the model is restored", async () => {
  const waiting = async () => (await ask("{ proposals(status: PROPOSED) { totalCount } }"))?.proposals.totalCount;
  expect(await waiting()).toBe(1);
  await ask('mutation { removeModel(name: "titanic", confirmName: "titanic") { __typename } }');
  expect(await waiting()).toBe(0);
  await ask('mutation { restoreModel(name: "titanic") { __typename } }');
  expect(await waiting()).toBe(1);
});
