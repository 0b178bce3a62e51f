import { afterAll, beforeAll, expect, test } from "vitest";
import { type Product, startProduct, trainTitanic } from "../../../testing/product.ts";

let product: Product;
beforeAll(async () => {
  product = await startProduct();
  for (const seed of [1, 2, 3]) await trainTitanic(product, { seed });
  const labels = `mutation {
    setTag(model: "titanic", version: 2, key: "team", value: "risk") { __typename }
    setAlias(model: "titanic", version: 2, alias: "champion") { __typename }
    promoteVersion(model: "titanic", version: 3) { __typename }
  }`;
  await product.graphql(labels);
});
afterAll(() => product.stop());

const list = `query ($filter: String, $orderBy: [String!], $first: Int, $after: String) {
  modelVersions(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } nodes { version stage aliases tags { key value } model { name } }
  }
}`;

test("versions are found by what they are, and come a page at a time", async () => {
  const found = await product.graphql(list, { filter: "metrics.accuracy > 0.5 and tags.team = 'risk'" });
  expect(found).toMatchObject({
    data: {
      modelVersions: {
        totalCount: 1,
        nodes: [
          { version: 2, aliases: ["champion"], tags: [{ key: "team", value: "risk" }], model: { name: "titanic" } },
        ],
      },
    },
  });
  const orderBy = ["version_number"];
  const first = await product.graphql(list, { orderBy, first: 2 });
  expect(first.data?.modelVersions).toMatchObject({
    totalCount: 3,
    pageInfo: { hasNextPage: true },
    nodes: [{ version: 1 }, { version: 2 }],
  });
  const { endCursor: after } = first.data?.modelVersions.pageInfo ?? {};
  const second = await product.graphql(list, { orderBy, first: 2, after });
  expect(second.data?.modelVersions).toMatchObject({ pageInfo: { hasNextPage: false }, nodes: [{ version: 3 }] });
});

test("models are found by what their version in production is", async () => {
  const query = "query ($filter: String) { models(filter: $filter) { totalCount nodes { name } } }";
  const names = async (filter: string) => (await product.graphql(query, { filter })).data?.models.nodes;
  expect(await names("metrics.accuracy > 0.5 AND name ILIKE 'TIT%'")).toEqual([{ name: "titanic" }]);
  expect(await names("metrics.accuracy > 0.999")).toEqual([]);
});

test("the count alone is given, of a model's versions and of a search", async () => {
  const { data } = await product.graphql(
    '{ modelVersions { totalCount } model(name: "titanic") { versions { totalCount } } }',
  );
  expect(data).toEqual({ modelVersions: { totalCount: 3 }, model: { versions: { totalCount: 3 } } });
});

test("a filter that can't be read is told with the place of the fault", async () => {
  const { errors } = await product.graphql(list, { filter: "name LIKE titanic" });
  expect(errors).toMatchObject([
    { extensions: { code: "INVALID_INPUT" }, message: expect.stringContaining('at character 11, "titanic"') },
  ]);
});
