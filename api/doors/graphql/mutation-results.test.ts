import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import {
  buildSchema,
  type GraphQLOutputType,
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from "graphql";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openDatabase } from "../../platform/database.ts";
import { conversationOf, type Product, startProduct, trainTitanic } from "../../testing/product.ts";

const schema = buildSchema(readFileSync(new URL("schema.graphql", import.meta.url), "utf8"));

/** One whose runs end, and one whose runs wait for ever. */
let product: Product;
let idle: Product;
beforeAll(async () => {
  product = await startProduct();
  idle = await startProduct({ worker: false });
});
afterAll(() => Promise.all([product.stop(), idle.stop()]));

/** Every field that needs no argument, objects inside objects down to `depth`: what a client may select, it may select at once. */
function everything(of: GraphQLOutputType, depth: number): string {
  const type = getNamedType(of);
  if (isAbstractType(type)) {
    const members = schema
      .getPossibleTypes(type)
      .map(
        (member) =>
          `... on ${member.name} ${/Error$/.test(member.name) ? "{ code message }" : everything(member, depth)}`,
      );
    return ` { __typename ${members.join(" ")} }`;
  }
  if (!isObjectType(type)) return "";
  const fields = Object.values(type.getFields()).flatMap((field) => {
    if (field.args.some(isRequiredArgument)) return [];
    const inner = getNamedType(field.type);
    if (isLeafType(inner)) return [`${type.name}_${field.name}: ${field.name}`];
    return depth > 0 ? [`${type.name}_${field.name}: ${field.name}${everything(inner, depth - 1)}`] : [];
  });
  return ` { __typename ${fields.join(" ")} }`;
}

/** Calls a mutation with all fields of its result selected: the row's own, then those of the rows beside it too. */
async function selectAll(on: Product, field: string, call: (selection: string) => string | Promise<string>) {
  const type = schema.getMutationType()?.getFields()[field]?.type;
  if (!type) throw new Error(`no mutation ${field}`);
  for (const depth of [0, 1]) {
    const { data, errors } = await on.graphql(`mutation { ${field}${await call(everything(type, depth))} }`);
    expect(errors, field).toBeUndefined();
    expect(data?.[field], field).not.toHaveProperty("code");
  }
}

it("answers every field of what trainModel and cancelTraining return", async () => {
  await selectAll(idle, "trainModel", (all) => `(input: { model: "titanic" })${all}`);
  await selectAll(idle, "cancelTraining", async (all) => {
    const { data } = await idle.graphql(
      'mutation { trainModel(input: { model: "titanic" }) { ... on TrainingRun { id } } }',
    );
    return `(runId: "${data?.trainModel.id}")${all}`;
  });
});

it("answers every field of what reproduceVersion returns", async () => {
  const versions = [await trainTitanic(product, { seed: 11 }), await trainTitanic(product, { seed: 12 })];
  await selectAll(product, "reproduceVersion", (all) => `(model: "titanic", version: ${versions.pop()})${all}`);
});

it.each([
  ["model", { model: "titanic" }],
  ["split { train test }", { split: { train: expect.any(Array), test: expect.any(Array) } }],
  ["version { version }", { version: null }],
  ["__typename", { __typename: "TrainingRun" }],
])("answers %s of a run alone", async (selection, expected) => {
  const { data, errors } = await idle.graphql(
    `mutation { trainModel(input: { model: "titanic" }) { ... on TrainingRun { ${selection} } } }`,
  );
  expect(errors).toBeUndefined();
  expect(data?.trainModel).toMatchObject(expected);
});

it("answers every field of what the registry's, the chat's and the prediction's mutations return", async () => {
  for (let versions = 0; versions < 3; versions += 1) await trainTitanic(product, { seed: versions });
  let next = 0;
  await selectAll(product, "promoteVersion", (all) => `(model: "titanic", version: ${++next})${all}`);
  await product.graphql('mutation { promoteVersion(model: "titanic", version: 3) { __typename } }');
  await selectAll(product, "rollback", (all) => `(model: "titanic")${all}`);
  const features = '{ sex: "male", pclass: "1", embarked: "C", age_group: "child" }';
  await selectAll(product, "predict", (all) => `(input: { features: ${features} })${all}`);
  await selectAll(product, "chat", (all) => `(input: { message: "a woman in third class" })${all}`);
  await selectAll(product, "answer", async (all) => {
    const { pending } = await conversationOf(product).say("a woman in third class");
    return `(requestId: "${pending.id}", values: { embarked: "S" })${all}`;
  });
  await selectAll(product, "renameThread", async (all) => {
    const { threadId } = await conversationOf(product).say("hello");
    return `(id: "${threadId}", title: "Greetings")${all}`;
  });
  await selectAll(product, "deleteThread", async (all) => {
    const { threadId } = await conversationOf(product).say("hello");
    return `(id: "${threadId}")${all}`;
  });
  await selectAll(product, "stopReply", async (all) => `(turnId: "${await waitingTurn()}")${all}`);
  await selectAll(product, "archiveVersion", async (all) => {
    return `(model: "titanic", version: ${await trainTitanic(product)})${all}`;
  });
  await selectAll(product, "removeModel", async (all) => {
    await trainTitanic(product);
    return `(name: "titanic", confirmName: "titanic")${all}`;
  });
});

/** A message that nobody serves yet. */
async function waitingTurn(): Promise<string> {
  const database = openDatabase({ url: product.databaseUrl, connections: 1 });
  const [threadId, id] = [randomUUID(), randomUUID()];
  await database.thread.create({ data: { id: threadId, title: "waiting", actorId: "local-owner" } });
  // As if it had just come: what has waited for a while is looked for, and served.
  const createdAt = new Date(Date.now() + 3_600_000);
  const turn = { id, threadId, position: 1, actorId: "local-owner", requestId: "r", message: "help", createdAt };
  await database.turn.create({ data: turn });
  await database.$disconnect();
  return id;
}

it("leaves no mutation out", () => {
  const training = ["trainModel", "cancelTraining", "reproduceVersion"];
  const registry = ["promoteVersion", "archiveVersion", "rollback", "removeModel"];
  const tested = [...training, ...registry, "predict", "chat", "answer", "renameThread", "deleteThread", "stopReply"];
  expect(Object.keys(schema.getMutationType()?.getFields() ?? {}).sort()).toEqual(tested.sort());
});
