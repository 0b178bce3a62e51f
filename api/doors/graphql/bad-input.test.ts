import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { conversationOf, type Product, startProduct, trainTitanic } from "../../testing/product.ts";

let product: Product;
let version: number;
beforeAll(async () => {
  product = await startProduct();
  version = await trainTitanic(product);
  await product.graphql(
    'mutation P($version: Int!) { promoteVersion(model: "titanic", version: $version) { __typename } }',
    { version },
  );
});
afterAll(() => product.stop());

const predict =
  "mutation P($input: PredictInput!) { predict(input: $input) { __typename ... on Error { code message } ... on MissingFeatures { missing schema } ... on InvalidInputError { issues { path message } } } }";
const whole = { sex: "male", pclass: "1", embarked: "C", age_group: "child" };

describe("predict", () => {
  it.each([
    ["an unknown class", { ...whole, pclass: "4" }, "pclass"],
    ["an unknown port", { ...whole, embarked: "Boston" }, "embarked"],
    ["a wrong type", { ...whole, sex: true }, "sex"],
    ["a list", { ...whole, sex: ["male"] }, "sex"],
    ["an unknown feature", { ...whole, shoe_size: 42 }, "shoe_size"],
  ])("refuses %s, and says which", async (_name, features, path) => {
    const { data } = await product.graphql(predict, { input: { features } });
    expect(data?.predict).toMatchObject({ __typename: "InvalidInputError", code: "INVALID_INPUT" });
    expect(data?.predict.issues[0].path).toContain(path);
  });

  it.each([["text"], [[1, 2]], [7], [null]])("refuses features that are no object: %j", async (features) => {
    const answer = await product.graphql(predict, { input: { features } });
    expect(answer.data?.predict.code ?? answer.errors?.[0]?.message).toMatch(/^INVALID_INPUT$|got invalid value/);
    expect(answer.status).toBeLessThan(500);
  });

  it("names the missing features, with a schema", async () => {
    const { data } = await product.graphql(predict, { input: { features: { sex: "male" } } });
    expect(data?.predict).toMatchObject({
      __typename: "MissingFeatures",
      missing: ["pclass", "embarked", "age_group"],
    });
    expect(data?.predict.schema.properties.pclass.enum).toEqual(expect.arrayContaining(["1", "2", "3"]));
  });

  it.each([
    ["an unknown model", { model: "nonesuch", features: whole }],
    ["an unknown version", { model: "titanic", version: 99, features: whole }],
  ])("does not find %s", async (_name, input) => {
    const { data } = await product.graphql(predict, { input });
    expect(data?.predict).toMatchObject({ code: "NOT_FOUND" });
  });
});

const train =
  "mutation T($input: TrainModelInput!) { trainModel(input: $input) { __typename ... on Error { code message } } }";

describe("trainModel", () => {
  it.each([0, 1, 5, -1])("refuses a holdout of %d", async (testSize) => {
    const { data } = await product.graphql(train, { input: { model: "titanic", testSize } });
    expect(data?.trainModel).toMatchObject({ __typename: "InvalidInputError", code: "INVALID_INPUT" });
  });

  it("refuses an unknown model, algorithm, parameter and data set", async () => {
    for (const input of [
      { model: "nonesuch" },
      { model: "titanic", algorithm: "astrology" },
      { model: "titanic", params: { banana: 1 } },
      { model: "titanic", params: "text" },
      { model: "titanic", dataset: "nonesuch" },
      { model: "titanic", seed: -1 },
    ]) {
      const { data } = await product.graphql(train, { input });
      expect(["INVALID_INPUT", "NOT_FOUND"]).toContain(data?.trainModel.code);
    }
  });

  it('refuses "lots" in words, and leaves no run behind', async () => {
    const count = async () => (await product.graphql("{ trainingRuns { totalCount } }")).data?.trainingRuns.totalCount;
    const before = await count();
    const turn = await conversationOf(product).say("train titanic with a holdout of lots");
    expect(turn.kind).toBe("CLARIFICATION");
    const five = await conversationOf(product).say("train titanic with a holdout of 5");
    expect(five.kind).toBe("CLARIFICATION");
    expect(await count()).toBe(before);
  });
});

const chat =
  "mutation C($input: ChatInput!) { chat(input: $input) { __typename ... on Error { code message } ... on ChatTurn { kind content } } }";

describe("chat", () => {
  it.each([
    ["nothing", ""],
    ["white space", " \n\t "],
    ["NUL alone", "\0\0"],
  ])("refuses %s", async (_name, message) => {
    const { data } = await product.graphql(chat, { input: { message } });
    expect(data?.chat).toMatchObject({ __typename: "InvalidInputError" });
  });

  it("refuses a message that is too long", async () => {
    const { data } = await product.graphql(chat, { input: { message: "a".repeat(100_000) } });
    expect(data?.chat).toMatchObject({ code: "LIMIT_EXCEEDED" });
    const answer = await fetch(product.url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: chat, variables: { input: { message: "a".repeat(1_000_000) } } }),
    });
    expect(answer.status).toBe(413);
  });

  it.each([
    ["a lone surrogate", "hello \ud800 there"],
    ["NUL inside", "hel\0lo"],
    ["binary", String.fromCharCode(...Array.from({ length: 256 }, (_, index) => index))],
    ["markup", "<script>alert(1)</script> ``` \u202e"],
  ])("replies to %s", async (_name, message) => {
    const { data, errors } = await product.graphql(chat, { input: { message } });
    expect(errors).toBeUndefined();
    expect(data?.chat.__typename).toBe("ChatTurn");
  });

  it("refuses ids that can't be ids", async () => {
    const thread = await product.graphql(chat, { input: { message: "hi", threadId: "not-a-uuid" } });
    expect(thread.data?.chat.code).toBe("INVALID_INPUT");
    const turn = await product.graphql(chat, { input: { message: "hi", turnId: "\0".repeat(3) } });
    expect(turn.data?.chat.code).toBe("INVALID_INPUT");
  });

  it("refuses a turn id of another conversation", async () => {
    const [one, other] = [conversationOf(product), conversationOf(product)];
    const turnId = crypto.randomUUID();
    await one.say("hi", turnId);
    expect(await other.say("hi", turnId)).toMatchObject({ code: "CONFLICT" });
  });

  it("refuses an answer to a request that is not there", async () => {
    const talk = conversationOf(product);
    for (const id of ["nonesuch", crypto.randomUUID()])
      expect(await talk.answer(id, { confirm: true })).toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("GraphQL requests", () => {
  const post = (body: string, headers: Record<string, string> = { "content-type": "application/json" }) =>
    fetch(product.url, { method: "POST", headers, body });

  it.each([
    ["a syntax error", JSON.stringify({ query: "{ models {" })],
    ["an unknown field", JSON.stringify({ query: "{ nonesuch }" })],
    ["no JSON", "{"],
    ["no query", "{}"],
    ["a batch", JSON.stringify([{ query: "{ __typename }" }, { query: "{ __typename }" }])],
    ["2,000 levels", JSON.stringify({ query: `${"{ models { nodes ".repeat(1000)}{ name }${"} }".repeat(1000)}` })],
    [
      "500 aliases",
      JSON.stringify({ query: `{ ${Array.from({ length: 500 }, (_, index) => `a${index}: __typename`).join(" ")} }` }),
    ],
    [
      "circular fragments",
      JSON.stringify({ query: "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }" }),
    ],
    ["NaN", '{"query":"mutation { predict(input: { features: { sex: NaN } }) { __typename } }"}'],
    [
      "a page of 5,000",
      JSON.stringify({ query: "{ models(first: 5000) { nodes { versions(first: 5000) { nodes { id } } } } }" }),
    ],
    ["a wrong cursor", JSON.stringify({ query: '{ models(after: "nonsense") { nodes { id } } }' })],
    [
      "a wrong cursor of the audit log",
      JSON.stringify({ query: '{ auditLog(after: "R1BDOlM6eA==") { nodes { id } } }' }),
    ],
  ])("answers %s without a fault", async (name, body) => {
    const response = await post(body);
    expect(response.status).toBeLessThan(500);
    const answer = await response.json();
    const text = JSON.stringify(answer);
    expect(text).not.toMatch(/node_modules|\.ts:\d|\\n +at /);
    if (!/page|NaN/.test(name)) expect(answer.errors?.length).toBeGreaterThan(0);
    expect(text).not.toContain("Something went wrong on our side");
  });

  it.each([
    ["text as a query", 415, { "content-type": "text/plain" }, "Content-Type: application/json"],
    ["a query of no type", 415, {}, "Content-Type: application/json"],
    ["a query to be answered as XML", 406, { "content-type": "application/json", accept: "text/xml" }, "Accept:"],
  ])("says what to do with %s", async (_name, status, headers, told) => {
    // A Buffer: text would get a content type of its own.
    const body = Buffer.from(JSON.stringify({ query: "{ __typename }" }));
    const response = await fetch(product.url, { method: "POST", headers: headers as Record<string, string>, body });
    expect(response.status).toBe(status);
    const { errors } = await response.json();
    expect(errors).toEqual([{ message: expect.stringContaining(told), extensions: { code: "INVALID_INPUT" } }]);
  });

  it("says what to do with a subscription to be answered as JSON", async () => {
    const subscription = JSON.stringify({ query: "subscription { modelEvents { seq } }" });
    const response = await post(subscription, { "content-type": "application/json", accept: "application/json" });
    expect(response.status).toBe(406);
    expect((await response.json()).errors[0]).toMatchObject({
      message: expect.stringContaining("text/event-stream"),
      extensions: { code: "INVALID_INPUT" },
    });
  });

  it("gives what does not fit a variable or an argument a code", async () => {
    const variable = await product.graphql(predict, { input: { features: {}, version: "two" } });
    expect(variable.errors?.map(({ extensions }) => extensions?.code)).toEqual(["INVALID_INPUT"]);
    const absent = await product.graphql(predict, {});
    expect(absent.errors?.map(({ extensions }) => extensions?.code)).toEqual(["INVALID_INPUT"]);
  });

  it("puts every broken rule in words of its own", async () => {
    const promote = (rest: string) =>
      `mutation { promoteVersion(model: "titanic", ${rest}) { ... on Error { message } } }`;
    const said = async (query: string) => Object.values((await product.graphql(query)).data ?? {})[0];
    expect(await said(promote("version: 1, expectedCurrent: -1"))).toEqual({
      message: "expectedCurrent must be at least 0.",
    });
    expect(await said(promote("version: 0"))).toEqual({ message: "Versions count from 1." });
    expect(
      await said(
        'mutation { trainModel(input: { model: "titanic", params: [1], seed: -1 }) { ... on Error { message } } }',
      ),
    ).toEqual({ message: "seed must not be negative. params must be an object." });
    const long = await product.graphql("query I($m: String!) { interpret(message: $m) { source } }", {
      m: "a".repeat(8_001),
    });
    expect(long.errors?.[0]).toMatchObject({
      message: "A message has at most 8000 characters; this one has 8001.",
      extensions: { code: "LIMIT_EXCEEDED" },
    });
  });

  it("refuses requests from other sites", async () => {
    const other = await post(JSON.stringify({ query: "{ __typename }" }), {
      "content-type": "application/json",
      origin: "https://evil.example",
    });
    expect(other.status).toBe(403);
  });
});

it("leaves the audit log whole, with what was refused in it", async () => {
  const { data } = await product.graphql(
    "{ verifyAuditLog { valid } auditLog(first: 100) { nodes { action outcome } } }",
  );
  expect(data?.verifyAuditLog.valid).toBe(true);
  expect(data?.auditLog.nodes).toContainEqual({ action: "trainModel", outcome: "REFUSED" });
});
