import { afterAll, beforeAll, expect, test } from "vitest";
import type { Scope } from "../actions/define-action.ts";
import { runAction } from "../actions/run-action.ts";
import { openTrainingSetup, type TrainingSetup } from "../training/testing/training-setup.ts";
import { findVersionByAlias, versionByAlias } from "./aliases.ts";
import { deleteAlias } from "./delete-alias.ts";
import { promoteVersion } from "./promote-version.ts";
import { setAlias } from "./set-alias.ts";

let setup: TrainingSetup;
let modelId: string;
beforeAll(async () => {
  setup = await openTrainingSetup();
  setup.startWorker();
  for (const seed of [1, 2]) await setup.ended(await setup.train({ seed }));
  modelId = (await setup.database.model.findFirstOrThrow()).id;
});
afterAll(() => setup.close());

const set = (alias: string, version: number, scope: Scope = setup.scope) =>
  runAction(setAlias, { model: "titanic", alias, version }, scope);
const remove = (alias: string) => runAction(deleteAlias, { model: "titanic", alias }, setup.scope);
const numberOf = async (alias: string) => (await versionByAlias(setup.database, modelId, alias))?.version ?? null;
const events = (action: string) => setup.database.auditEvent.findMany({ where: { action }, orderBy: { seq: "asc" } });

test("an alias points to one version, is moved by being set again, and goes", async () => {
  expect(await set("champion", 1)).toMatchObject({ model: "titanic", version: 1 });
  expect(await set("champion", 2)).toMatchObject({ version: 2 });
  expect(await numberOf("champion")).toBe(2);
  expect(await setup.database.modelAlias.count()).toBe(1);
  expect(await remove("champion")).toMatchObject({ version: 2 });
  expect(await numberOf("champion")).toBeNull();
  await expect(remove("champion")).rejects.toMatchObject({ code: "NOT_FOUND" });

  expect(await events("setAlias")).toMatchObject([
    { outcome: "DONE", subject: "titanic", version: 1, details: { alias: "champion" }, before: { version: null } },
    { outcome: "DONE", version: 2, before: { version: 1 }, after: { version: 2 } },
  ]);
  expect(await events("deleteAlias")).toMatchObject([
    { outcome: "DONE", version: 2, details: { alias: "champion" }, before: { version: 2 }, after: null },
    { outcome: "REFUSED", details: { code: "NOT_FOUND" } },
  ]);
  const changes = await setup.database.modelChange.findMany({ orderBy: { id: "asc" } });
  expect(changes.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    "ALIAS_SET champion",
    "ALIAS_SET champion",
    "ALIAS_DELETED champion",
  ]);
});

test.each([
  ["latest", "newest"],
  ["Latest", "newest"],
  ["production", "stage"],
  ["Candidate", "stage"],
  ["archived", "stage"],
  ["v12", "number"],
  ["V1", "number"],
  ["two words", "letters, digits"],
  ["a/b", "letters, digits"],
  ["", "missing"],
  ["x".repeat(256), "at most 255"],
])("%j can't be set", async (alias, why) => {
  await expect(set(alias, 1)).rejects.toMatchObject({ code: "INVALID_INPUT", message: expect.stringContaining(why) });
  expect(await setup.database.modelAlias.count()).toBe(0);
});

test.each(["x", "v", "v1x", "3", "blue-green_2", "é"])("%j can be set", async (alias) => {
  expect(await set(alias, 1)).toMatchObject({ version: 1 });
  expect(await remove(alias)).toMatchObject({ version: 1 });
});

test("production and latest are found though nobody set them, and can't be deleted", async () => {
  expect(await numberOf("latest")).toBe(2);
  expect(await numberOf("production")).toBeNull();
  await runAction(promoteVersion, { model: "titanic", version: 1 }, setup.scope);
  expect(await numberOf("production")).toBe(1);
  await expect(remove("production")).rejects.toMatchObject({ code: "INVALID_INPUT" });
});

test("an alias that is not there is told with those that are", async () => {
  const model = { id: modelId, name: "titanic" };
  await expect(findVersionByAlias(setup.database, model, "nobody")).rejects.toThrow('no alias "nobody". It has none.');
  await set("champion", 1);
  await expect(findVersionByAlias(setup.database, model, "nobody")).rejects.toThrow("It has: champion.");
  await remove("champion");
});

test("a version that is not there, and an actor who may only read, are refused", async () => {
  await expect(set("champion", 9)).rejects.toMatchObject({ code: "NOT_FOUND" });
  const actor = { ...setup.scope.actor, permissions: new Set(["models:read" as const]) };
  await expect(set("champion", 1, { ...setup.scope, actor })).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect(await setup.database.modelAlias.count()).toBe(0);
});

test("of many who set one alias at once the last one stands, and each is in the log", async () => {
  const before = (await events("setAlias")).length;
  await Promise.all([1, 2, 1, 2].map((version) => set("racing", version)));
  const log = (await events("setAlias")).slice(before);
  expect(log).toHaveLength(4);
  expect(await numberOf("racing")).toBe(log.at(-1)?.version);
  // Each knows the one before it: none was lost.
  for (const [index, event] of log.entries()) {
    expect(event.before).toEqual({ version: index === 0 ? null : (log[index - 1]?.version ?? null) });
  }
});
