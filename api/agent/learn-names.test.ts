import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createTestDatabase } from "../../scripts/testing/database.ts";
import type { Scope } from "../actions/define-action.ts";
import { localOwner } from "../identity/actor.ts";
import { shippedDefinitions } from "../models/definitions/index.ts";
import { type Database, openDatabase } from "../platform/database.ts";
import { learnNames, readWorld } from "./world.ts";

let database: Database;
let scope: Scope;
let registered = 0;

/** A model that no log tells of: who has read all names before does not come to know it. */
async function register(): Promise<string> {
  const name = `cluster${registered++}`;
  const definition = JSON.parse(JSON.stringify({ ...shippedDefinitions[0], name }));
  await database.model.create({
    data: { name, description: "", task: "BINARY_CLASSIFICATION", target: "y", definition, createdBy: "x" },
  });
  return name;
}

async function isKnown(name: string): Promise<boolean> {
  const { models } = await readWorld(scope, { messages: [`tell me about ${name}`], focus: {}, pending: undefined });
  return models.some(({ definition }) => definition.name === name);
}

beforeAll(async () => {
  database = openDatabase({ url: (await createTestDatabase()).url });
  // Of more models than are known unnamed, and than are learnt at once.
  for (let count = 0; count < 510; count += 1) await register();
});
afterAll(() => database?.$disconnect());
beforeEach(() => {
  const services = { database } as unknown as Scope["services"];
  scope = { actor: localOwner, cause: { requestId: "r" }, services };
});

test("names that were learnt before the first message are not learnt again by it", async () => {
  const before = await register();
  await learnNames(scope, new AbortController().signal);
  const behind = await register();
  expect([await isKnown(before), await isKnown(behind)]).toEqual([true, false]);
});

test("a learning that was stopped before it began is left to the first message", async () => {
  const stopped = new AbortController();
  stopped.abort();
  await learnNames(scope, stopped.signal);
  expect(await isKnown(await register())).toBe(true);
});

test("one that is stopped amid leaves it all to the first message", async () => {
  let looks = 0;
  const signal = {
    get aborted() {
      looks += 1;
      return looks > 1;
    },
  } as AbortSignal;
  await learnNames(scope, signal);
  expect(looks).toBe(2);
  expect(await isKnown(await register())).toBe(true);
});
