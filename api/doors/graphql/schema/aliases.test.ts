import { afterAll, beforeAll, expect, test } from "vitest";
import { type Product, startProduct, trainTitanic } from "../../../testing/product.ts";

let product: Product;
beforeAll(async () => {
  product = await startProduct();
  await trainTitanic(product);
});
afterAll(() => product.stop());

async function act(field: string, selection: string): Promise<any> {
  const { data, errors } = await product.graphql(
    `mutation { result: ${field} { __typename ${selection} ... on Error { code message } } }`,
  );
  expect(errors).toBeUndefined();
  return data?.result;
}

test("aliases, tags and descriptions are set, read and followed", async () => {
  const followed = product.subscribe(
    "subscription { modelEvents { seq type model version name actor } }",
    {},
    ({ type }) => type === "ALIAS_DELETED",
  );
  // The stream is open once it tells of something: until it does, the tag is set again.
  let following = true;
  void followed.finally(() => {
    following = false;
  });
  const version = "... on ModelVersion { version aliases tags { key value } description }";
  expect(await act('setTag(model: "titanic", version: 1, key: "team", value: "risk")', version)).toMatchObject({
    __typename: "ModelVersion",
    tags: [{ key: "team", value: "risk" }],
  });
  expect(
    await act('setTag(model: "titanic", key: "owner", value: "ann")', "... on Model { name tags { key value } }"),
  ).toEqual({ __typename: "Model", name: "titanic", tags: [{ key: "owner", value: "ann" }] });
  expect(await act('setDescription(model: "titanic", version: 1, description: "Mine")', version)).toMatchObject({
    description: "Mine",
  });
  expect(await act('setAlias(model: "titanic", alias: "champion", version: 1)', version)).toMatchObject({
    aliases: ["champion"],
  });
  const { data } = await product.graphql(`{
    model(name: "titanic") { aliases { name version { version } setBy } tags { key value } }
    champion: modelVersionByAlias(model: "titanic", alias: "champion") { version description }
    latest: modelVersionByAlias(model: "titanic", alias: "latest") { version }
    production: modelVersionByAlias(model: "titanic", alias: "production") { version }
    nobody: modelVersionByAlias(model: "nobody", alias: "champion") { version }
  }`);
  expect(data).toEqual({
    model: {
      aliases: [{ name: "champion", version: { version: 1 }, setBy: "local owner" }],
      tags: [{ key: "owner", value: "ann" }],
    },
    champion: { version: 1, description: "Mine" },
    latest: { version: 1 },
    production: null,
    nobody: null,
  });
  while (following) {
    await act('setAlias(model: "titanic", alias: "champion", version: 1)', version);
    expect(await act('deleteAlias(model: "titanic", alias: "champion")', version)).toMatchObject({ aliases: [] });
  }
  const events = await followed;
  expect(events.at(-1)).toMatchObject({ model: "titanic", version: null, name: "champion", actor: "local owner" });
  const order = events.map(({ seq }) => seq);
  expect(order).toEqual(order.toSorted((a, b) => a - b));
});

test("what is wrong is a member of the union", async () => {
  expect(await act('setAlias(model: "titanic", alias: "latest", version: 1)', "")).toMatchObject({
    code: "INVALID_INPUT",
  });
  expect(await act('setAlias(model: "titanic", alias: "x", version: 9)', "")).toMatchObject({ code: "NOT_FOUND" });
  expect(await act('deleteTag(model: "titanic", key: "x")', "")).toMatchObject({ code: "NOT_FOUND" });
  expect(await act('setDescription(model: "nobody", description: "x")', "")).toMatchObject({ code: "NOT_FOUND" });
});
