import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import {
  buildSchema,
  type GraphQLObjectType,
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

const isError = ({ name }: { name: string }) => /Error$/.test(name);

/**
 * Every field that needs no argument, objects inside objects down to `depth`: what a client may select, it may select at once. Under names of
 * their own only where members of a union stand side by side, since an operation has few of those.
 */
function everything(of: GraphQLOutputType, depth: number, apart = false): string {
  const type = getNamedType(of);
  if (isAbstractType(type)) {
    const members = schema.getPossibleTypes(type);
    return ` { __typename ${members.map((member) => `... on ${member.name}${ofMember(member, depth, true)}`).join(" ")} }`;
  }
  if (!isObjectType(type)) return "";
  const fields = Object.values(type.getFields()).flatMap((field) => {
    if (field.args.some(isRequiredArgument)) return [];
    const inner = getNamedType(field.type);
    const name = apart ? `${type.name}_${field.name}: ${field.name}` : field.name;
    if (isLeafType(inner)) return [name];
    return depth > 0 ? [`${name}${everything(inner, depth - 1, apart)}`] : [];
  });
  return ` { __typename ${fields.join(" ")} }`;
}

function ofMember(member: GraphQLObjectType, depth: number, apart: boolean): string {
  return isError(member) ? " { code message }" : everything(member, depth, apart);
}

/** Calls a mutation with all fields of its result selected: the row's own, then those of the rows beside it too; of one member at a time. */
async function selectAll(on: Product, field: string, call: (selection: string) => string | Promise<string>) {
  const type = schema.getMutationType()?.getFields()[field]?.type;
  if (!type) throw new Error(`no mutation ${field}`);
  const named = getNamedType(type);
  const members = isAbstractType(named) ? schema.getPossibleTypes(named) : [];
  for (const member of members.filter((each) => !isError(each))) {
    for (const depth of [0, 1]) {
      const selection = ` { __typename ... on Error { code message } ... on ${member.name}${everything(member, depth)} }`;
      const { data, errors } = await on.graphql(`mutation { ${field}${await call(selection)} }`);
      expect(errors, field).toBeUndefined();
      expect(data?.[field], field).not.toHaveProperty("code");
    }
  }
  expect(members.length, field).toBeGreaterThan(1);
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

it("answers every field of what the webhooks' mutations return", async () => {
  await selectAll(idle, "createWebhook", (all) => `(url: "https://hooks.example.com/")${all}`);
  const { data } = await idle.graphql("{ webhooks { id } }");
  const ids: string[] = data?.webhooks.map(({ id }: { id: string }) => id);
  const tested = [...ids];
  await selectAll(idle, "testWebhook", (all) => `(id: "${tested.pop()}")${all}`);
  const database = openDatabase({ url: idle.databaseUrl, connections: 1 });
  await selectAll(idle, "redeliverWebhook", async (all) => {
    const over = { webhookId: ids[0] ?? "", event: "webhook.test", body: "{}", status: "FAILED" } as const;
    return `(deliveryId: "${(await database.webhookDelivery.create({ data: over })).id}")${all}`;
  });
  await database.$disconnect();
  await selectAll(idle, "deleteWebhook", (all) => `(id: "${ids.pop()}")${all}`);
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

// It trains a version for many of them, one after another.
it("answers every field of what the registry's, the chat's and the prediction's mutations return", async () => {
  for (let versions = 0; versions < 3; versions += 1) await trainTitanic(product, { seed: versions });
  let next = 0;
  const alias = '(model: "titanic", alias: "champion"';
  await selectAll(product, "setAlias", (all) => `${alias}, version: 1)${all}`);
  await selectAll(product, "deleteAlias", async (all) => {
    await product.graphql(`mutation { setAlias${alias}, version: 1) { __typename } }`);
    return `${alias})${all}`;
  });
  await selectAll(product, "setTag", (all) => `(model: "titanic", version: 1, key: "team", value: "risk")${all}`);
  await selectAll(product, "setTag", (all) => `(model: "titanic", key: "team", value: "risk")${all}`);
  await selectAll(product, "deleteTag", async (all) => {
    await product.graphql('mutation { setTag(model: "titanic", key: "team", value: "risk") { __typename } }');
    return `(model: "titanic", key: "team")${all}`;
  });
  await selectAll(product, "setPolicy", (all) => `(input: { model: "titanic", approvals: 1 })${all}`);
  const proposal = async () => {
    const propose =
      'mutation { promoteVersion(model: "titanic", version: 1, expectedCurrent: 0) { ... on Proposal { id } ... on Error { message } } }';
    const { data } = await product.graphql(propose);
    const database = openDatabase({ url: product.databaseUrl, connections: 1 });
    await database.proposal.updateMany({ data: { proposedBy: "ann" } });
    await database.$disconnect();
    return data?.promoteVersion.id;
  };
  await selectAll(product, "rejectProposal", async (all) => `(id: "${await proposal()}")${all}`);
  await selectAll(product, "approveProposal", async (all) => {
    const { data } = await product.graphql('{ model(name: "titanic") { production { version } } }');
    if (data?.model.production) {
      await product.graphql('mutation { archiveVersion(model: "titanic", version: 1) { __typename } }');
    }
    return `(id: "${await proposal()}")${all}`;
  });
  await product.graphql('mutation { archiveVersion(model: "titanic", version: 1) { __typename } }');
  await product.graphql('mutation { setPolicy(input: { model: "titanic" }) { __typename } }');
  await selectAll(product, "setDescription", (all) => `(model: "titanic", version: 1, description: "Mine")${all}`);
  await selectAll(product, "promoteVersion", (all) => `(model: "titanic", version: ${(next++ % 3) + 1})${all}`);
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
  await selectAll(product, "restoreThread", async (all) => {
    const { threadId } = await conversationOf(product).say("hello");
    await product.graphql(`mutation { deleteThread(id: "${threadId}") { __typename } }`);
    return `(id: "${threadId}")${all}`;
  });
  await selectAll(product, "stopReply", async (all) => `(turnId: "${await waitingTurn()}")${all}`);
  const spare = `(model: "titanic", version: ${await trainTitanic(product)})`;
  await selectAll(product, "archiveVersion", async (all) => {
    await product.graphql(`mutation { restoreVersion${spare} { __typename } }`);
    return `${spare}${all}`;
  });
  await selectAll(product, "restoreVersion", async (all) => {
    await product.graphql(`mutation { archiveVersion${spare} { __typename } }`);
    return `${spare}${all}`;
  });
  const removal = 'removeModel(name: "titanic", confirmName: "titanic", inProduction: true)';
  await selectAll(product, "restoreModel", async (all) => {
    await product.graphql(`mutation { ${removal} { __typename } }`);
    return `(name: "titanic")${all}`;
  });
  await selectAll(product, "removeModel", async (all) => {
    await trainTitanic(product);
    return `(name: "titanic", confirmName: "titanic", inProduction: true)${all}`;
  });
}, 120_000);

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
  const webhooks = ["createWebhook", "deleteWebhook", "testWebhook", "redeliverWebhook"];
  const labels = [
    "setAlias",
    "deleteAlias",
    "setTag",
    "deleteTag",
    "setDescription",
    "setPolicy",
    "approveProposal",
    "rejectProposal",
    "restoreVersion",
    "restoreModel",
  ];
  const tested = [
    ...training,
    ...registry,
    ...labels,
    ...webhooks,
    "predict",
    "chat",
    "answer",
    "renameThread",
    "deleteThread",
    "restoreThread",
    "stopReply",
  ];
  expect(Object.keys(schema.getMutationType()?.getFields() ?? {}).sort()).toEqual(tested.sort());
});
