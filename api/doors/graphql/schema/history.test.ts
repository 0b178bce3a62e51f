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

test("the past is asked for by its time: what was in production, who had promoted it, by which sentence and why", async () => {
  const before = new Date();
  const { say, answer, threadId } = conversationOf(product);
  const asked = await say("promote titanic version 1");
  const { requestId, digest } = asked.cards.find((card: any) => card.__typename === "ConfirmationCard");
  expect((await answer(requestId, { confirm: true, digest })).kind).toBe("PROMOTED");
  const between = new Date();
  const comment = "  it was wrong about children  ";
  await ask(
    'mutation ($comment: String) { archiveVersion(model: "titanic", version: 1, comment: $comment) { __typename } }',
    {
      comment,
    },
  );
  const at = { before, between };
  const past = await ask(
    `query ($before: DateTime!, $between: DateTime!) {
      none: activeModel(at: $before) { version }
      active: activeModel(at: $between) { version model { name } }
      now: activeModel { version }
      named: productionAt(model: "titanic", at: $between) { version stage }
      model(name: "titanic") {
        earlier: production(at: $between) { version }
        now: production { version }
        history(until: $between, first: 1) { nodes { type version message threadId planDigest comment actor } }
      }
      modelHistory(model: "titanic") { nodes { id type comment message from to } pageInfo { hasNextPage } }
    }`,
    at,
  );
  expect(past).toMatchObject({
    none: null,
    active: { version: 1, model: { name: "titanic" } },
    now: null,
    named: { version: 1, stage: "ARCHIVED" },
    model: {
      earlier: { version: 1 },
      now: null,
      history: {
        nodes: [
          {
            type: "PROMOTED",
            version: 1,
            message: "promote titanic version 1",
            threadId,
            planDigest: digest,
            comment: null,
            actor: "local owner",
          },
        ],
      },
    },
    modelHistory: {
      nodes: [
        { type: "ARCHIVED", comment: "it was wrong about children", message: null, from: "PRODUCTION", to: "ARCHIVED" },
        { type: "PROMOTED" },
        { type: "REGISTERED" },
      ],
      pageInfo: { hasNextPage: false },
    },
  });
  const log = await ask('{ auditLog(first: 1, subject: "titanic", outcome: DONE) { nodes { action comment } } }');
  expect(log?.auditLog.nodes).toEqual([{ action: "archiveVersion", comment: "it was wrong about children" }]);
});

test("a history comes a page at a time; a cursor that is none and a comment that is too long are refused", async () => {
  const page = (after?: string) =>
    ask(
      'query ($after: String) { modelHistory(model: "titanic", first: 2, after: $after) { nodes { type } pageInfo { endCursor hasNextPage } } }',
      { after },
    );
  const first = (await page())?.modelHistory;
  expect(first.pageInfo.hasNextPage).toBe(true);
  expect((await page(first.pageInfo.endCursor))?.modelHistory).toMatchObject({
    nodes: [{ type: "REGISTERED" }],
    pageInfo: { hasNextPage: false },
  });
  const { errors } = await product.graphql('{ modelHistory(model: "titanic", after: "x") { nodes { type } } }');
  expect(errors).toMatchObject([{ extensions: { code: "INVALID_INPUT" } }]);
  const refused = await ask(
    'mutation ($comment: String) { promoteVersion(model: "titanic", version: 1, comment: $comment) { __typename ... on Error { code message } } }',
    { comment: "x".repeat(1_001) },
  );
  expect(refused?.promoteVersion).toMatchObject({ code: "INVALID_INPUT", message: expect.stringContaining("1000") });
});

test.each([
  '{ productionAt(model: "titanic", at: "0000-01-01T00:00:00Z") { version } }',
  '{ activeModel(at: "0000-01-01T00:00:00Z") { version } }',
  '{ model(name: "titanic") { production(at: "0000-01-01T00:00:00Z") { version } } }',
  '{ productionAt(model: "titanic", at: "9999-01-01T00:00:00Z") { version } }',
  '{ modelHistory(model: "titanic", since: "0000-01-01T00:00:00Z") { nodes { type } } }',
  '{ modelHistory(model: "titanic", until: "9999-12-31T23:59:59-23:00") { nodes { type } } }',
])("a time that no calendar of the log has is refused, not a fault: %s", async (query) => {
  const { errors } = await product.graphql(query);
  expect(errors).toMatchObject([
    { extensions: { code: "INVALID_INPUT" }, message: expect.stringContaining("must be") },
  ]);
});
