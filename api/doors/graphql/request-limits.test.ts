import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Product, startProduct } from "../../testing/product.ts";
import { deepestDocument, deepestVariables } from "./nesting.ts";

let product: Product;
beforeAll(async () => {
  product = await startProduct({ worker: false });
});
afterAll(() => product.stop());

const list = (depth: number) => `${"[".repeat(depth)}1${"]".repeat(depth)}`;
const object = (depth: number) => `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`;
const literalObject = (depth: number) => `${"{a:".repeat(depth)}1${"}".repeat(depth)}`;

/** The body as text: what is nested thousands deep can't be made by JSON.stringify. */
const post = (body: string, accept = "application/json") =>
  fetch(product.url, { method: "POST", headers: { "content-type": "application/json", accept }, body });
const query = (text: string) => `{"query":${JSON.stringify(text)}}`;
const withVariables = (text: string, variables: string) => `{"query":${JSON.stringify(text)},"variables":${variables}}`;

const predict = "mutation P($f: JSON!) { predict(input: { features: $f }) { __typename } }";
const answer = 'mutation A($v: JSON!) { answer(requestId: "nonesuch", values: $v) { __typename } }';
const train = 'mutation T($p: JSON!) { trainModel(input: { model: "titanic", params: $p }) { __typename } }';

describe("what is nested too deep is refused before anything descends into it", () => {
  it.each([
    ["a list in a literal", query(`mutation { predict(input: { features: ${list(1_900)} }) { __typename } }`)],
    [
      "an object in a literal",
      query(`mutation { predict(input: { features: ${literalObject(990)} }) { __typename } }`),
    ],
    ["a literal of many thousands", query(`mutation { predict(input: { features: ${list(60_000)} }) { __typename } }`)],
    ["an answer in a literal", query(`mutation { answer(requestId: "x", values: ${list(1_900)}) { __typename } }`)],
    ["a default value", query(`query Q($a: JSON = ${list(1_900)}) { __typename }`)],
    ["a type", query(`query Q($a: ${"[".repeat(1_900)}Int${"]".repeat(1_900)}) { __typename }`)],
    ["selections", query(`${"{ a ".repeat(900)}${"}".repeat(900)}`)],
    ["selections that never end", query("{a".repeat(1_000))],
    ["a directive's argument", query(`{ __typename @include(if: ${list(1_900)}) }`)],
    ["features in variables", withVariables(predict, `{"f":${list(5_000)}}`)],
    ["features in variables, as objects", withVariables(predict, `{"f":${object(5_000)}}`)],
    ["an answer in variables", withVariables(answer, `{"v":${object(5_000)}}`)],
    ["parameters in variables", withVariables(train, `{"p":${object(5_000)}}`)],
    ["a variable that nobody asked for", withVariables("{ __typename }", `{"x":${list(40_000)}}`)],
  ])("%s", async (_name, body) => {
    const response = await post(body);
    expect(response.status).toBe(400);
    const { errors } = await response.json();
    expect(errors).toEqual([
      {
        message: expect.stringMatching(/at most \d+ (brackets|lists and objects)/),
        extensions: { code: "LIMIT_EXCEEDED" },
      },
    ]);
  });

  it("in a GET, and in a subscription", async () => {
    const url = new URL(product.url);
    url.searchParams.set("query", `{ models(search: ${list(1_900)}) { totalCount } }`);
    const got = await fetch(url, { headers: { accept: "application/json" } });
    expect([got.status, (await got.json()).errors[0].extensions.code]).toEqual([400, "LIMIT_EXCEEDED"]);
    const streamed = await post(
      query(`subscription { modelEvents(model: ${list(1_900)}) { seq } }`),
      "text/event-stream",
    );
    expect(await streamed.text()).toContain('"code":"LIMIT_EXCEEDED"');
  });

  it("and what is nested no deeper than the limit is not", async () => {
    // The document's own brackets: of the selections, the arguments and the input.
    const inDocument = await post(
      query(`mutation { predict(input: { features: ${list(deepestDocument - 3)} }) { ... on Error { code } } }`),
    );
    expect((await inDocument.json()).data.predict.code).toBe("NOT_FOUND");
    const features = withVariables(
      "mutation P($f: JSON!) { predict(input: { features: $f }) { ... on Error { code } } }",
      `{"f":${list(deepestVariables)}}`,
    );
    expect((await (await post(features)).json()).data.predict.code).toBe("NOT_FOUND");
  });
});

describe("every limit has the same code", () => {
  it.each([
    ["tokens", `{ ${"__typename ".repeat(3_000)} }`],
    ["aliases", `{ ${Array.from({ length: 100 }, (_, index) => `a${index}: __typename`).join(" ")} }`],
    ["directives", `{ __typename ${"@include(if: true) ".repeat(50)} }`],
    ["depth", `${"{ models { nodes { versions { nodes { model ".repeat(5)}{ name }${"} } } } }".repeat(5)}`],
    [
      "complexity",
      `{ ${Array.from({ length: 50 }, (_, i) => `a${i}: models { nodes { versions { nodes { model { versions { nodes { trainingRun { split { train } } } } } } } } }`).join(" ")} }`,
    ],
  ])("%s", async (_name, text) => {
    const response = await post(query(text));
    expect(response.status).toBeLessThan(500);
    const { errors } = await response.json();
    expect(errors.map((error: any) => error.extensions?.code)).toContain("LIMIT_EXCEEDED");
    expect(errors[0].message).toMatch(
      /(?:^An operation has at most \d+ |^This asks for too much at once).*Ask for less, or in parts\.$/,
    );
  });
});

describe("pages", () => {
  const lists = ["models", "threads", "trainingRuns", "auditLog"];

  it.each(lists)("%s has a default that the schema tells, and bounds", async (list) => {
    const { data } = await product.graphql('{ __type(name: "Query") { fields { name args { name defaultValue } } } }');
    const field = data?.__type.fields.find(({ name }: any) => name === list);
    expect(field.args.find(({ name }: any) => name === "first").defaultValue).toBe(list === "auditLog" ? "50" : "20");
    for (const first of [-1, 501, 2_147_483_647]) {
      const { errors } = await product.graphql(`{ ${list}(first: ${first}) { nodes { id } } }`);
      expect(errors?.[0]?.extensions?.code).toBe("INVALID_INPUT");
    }
    for (const first of ["0", "1", "200", "null"]) {
      const { errors } = await product.graphql(
        `{ ${list}(first: ${first}) { nodes { id } pageInfo { hasNextPage } } }`,
      );
      expect(errors).toBeUndefined();
    }
  });

  it("of a model's versions and a thread's turns too", async () => {
    const threadId = crypto.randomUUID();
    await product.graphql("mutation C($input: ChatInput!) { chat(input: $input) { __typename } }", {
      input: { threadId, message: "help" },
    });
    const turns = (page: string) =>
      product.graphql(
        `query T($id: ID!) { thread(id: $id) { turns${page} { nodes { id } pageInfo { startCursor } } } }`,
        { id: threadId },
      );
    for (const page of ["(first: -1)", "(last: -1)", "(first: 201)", "(last: 201)"]) {
      expect((await turns(page)).errors?.[0]?.extensions?.code).toBe("INVALID_INPUT");
    }
    for (const page of ["", "(first: 1)", "(last: 50)", "(first: 200)"]) {
      const { data } = await turns(page);
      expect(data?.thread.turns.nodes).toHaveLength(1);
    }
    const { data } = await turns("(last: 50)");
    const before = data?.thread.turns.pageInfo.startCursor;
    expect((await turns(`(last: 50, before: "${before}")`)).data?.thread.turns.nodes).toEqual([]);
  });
});
