import { afterAll, beforeAll, expect, test } from "vitest";
import { type Product, startProduct, trainTitanic } from "../../../testing/product.ts";

let product: Product;
beforeAll(async () => {
  product = await startProduct();
  for (const seed of [1, 2, 3, 4, 5]) await trainTitanic(product, { seed });
});
afterAll(() => product.stop());

const page = `query ($first: Int, $after: String) {
  model(name: "titanic") {
    versions(first: $first, after: $after) { totalCount nodes { version } pageInfo { hasNextPage endCursor } }
  }
}`;

test("a model's versions come a page at a time, the newest first, counted as a whole", async () => {
  const seen: number[] = [];
  let after: string | null = null;
  for (let pages = 0; pages < 3; pages += 1) {
    const { data } = await product.graphql(page, { first: 2, after });
    const { totalCount, nodes, pageInfo } = data?.model.versions ?? {};
    expect(totalCount).toBe(5);
    expect(pageInfo.hasNextPage).toBe(pages < 2);
    seen.push(...nodes.map(({ version }: { version: number }) => version));
    after = pageInfo.endCursor;
  }
  expect(seen).toEqual([5, 4, 3, 2, 1]);
});

test("two pages of different length, the count and what is in production are read beside one another", async () => {
  const { data } = await product.graphql(`{
    models { nodes { name production { version } newest: versions(first: 1) { nodes { version stage } }
      versions(first: 3) { totalCount nodes { version model { name } } } } }
  }`);
  expect(data?.models.nodes).toEqual([
    {
      name: "titanic",
      production: null,
      newest: { nodes: [{ version: 5, stage: "CANDIDATE" }] },
      versions: { totalCount: 5, nodes: [5, 4, 3].map((version) => ({ version, model: { name: "titanic" } })) },
    },
  ]);
});
