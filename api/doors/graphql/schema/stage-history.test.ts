import { afterAll, beforeAll, expect, test } from "vitest";
import { type Product, startProduct, trainTitanic } from "../../../testing/product.ts";

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.stop());

test("a model tells what became of its versions, the newest change first", async () => {
  for (const version of [1, 2]) {
    expect(await trainTitanic(product)).toBe(version);
    await product.graphql(
      'mutation P($version: Int!) { promoteVersion(model: "titanic", version: $version) { __typename } }',
      {
        version,
      },
    );
  }
  await product.graphql('mutation { rollback(model: "titanic") { __typename } }');
  const { data } = await product.graphql(
    '{ model(name: "titanic") { versions { nodes { createdBy } } stageHistory { id version from to reason actor at } } }',
  );
  const changes: { id: string; version: number; from: string | null; to: string; reason: string; actor: string }[] =
    data?.model.stageHistory;
  const told = changes.map(({ version, from, to, reason }) => `${version} ${from} ${to} ${reason}`);
  // What leaves production does so in the transaction in which the other enters it.
  expect(told.toReversed().slice(0, 3)).toEqual([
    "1 null CANDIDATE REGISTERED",
    "1 CANDIDATE PRODUCTION PROMOTED",
    "2 null CANDIDATE REGISTERED",
  ]);
  expect(new Set(told)).toEqual(
    new Set([
      "1 null CANDIDATE REGISTERED",
      "1 CANDIDATE PRODUCTION PROMOTED",
      "2 null CANDIDATE REGISTERED",
      "2 CANDIDATE PRODUCTION PROMOTED",
      "1 PRODUCTION ARCHIVED SUPERSEDED",
      "1 ARCHIVED PRODUCTION ROLLED_BACK",
      "2 PRODUCTION ARCHIVED SUPERSEDED",
    ]),
  );
  const order = changes.map(({ id }) => Number(id));
  expect(order).toEqual(order.toSorted((a, b) => b - a));
  expect(new Set(changes.map(({ actor }) => actor))).toEqual(new Set(["local owner"]));
  expect(data?.model.versions.nodes).toEqual([{ createdBy: "local owner" }, { createdBy: "local owner" }]);
});
