import { afterAll, beforeAll, expect, test } from "vitest";
import type { Scope } from "../actions/define-action.ts";
import { runAction } from "../actions/run-action.ts";
import { openTrainingSetup, type TrainingSetup } from "../training/testing/training-setup.ts";
import { deleteTag } from "./delete-tag.ts";
import { setDescription } from "./set-description.ts";
import { setTag } from "./set-tag.ts";
import { mostTags } from "./tags.ts";

let setup: TrainingSetup;
beforeAll(async () => {
  setup = await openTrainingSetup();
  setup.startWorker();
  await setup.ended(await setup.train());
});
afterAll(() => setup.close());

const set = (input: object, scope: Scope = setup.scope) => runAction(setTag, { model: "titanic", ...input }, scope);
const remove = (input: object) => runAction(deleteTag, { model: "titanic", ...input }, setup.scope);
const events = (action: string) => setup.database.auditEvent.findMany({ where: { action }, orderBy: { seq: "asc" } });

test("a tag is the model's or a version's, is set anew, and goes", async () => {
  expect(await set({ key: "team", value: "risk" })).toMatchObject({ versionId: null });
  expect(await set({ version: 1, key: "team", value: "fraud" })).toMatchObject({ versionId: expect.any(String) });
  await set({ key: "team", value: "credit" });
  expect(await setup.database.modelTag.findMany()).toMatchObject([{ key: "team", value: "credit" }]);
  expect(await setup.database.versionTag.findMany()).toMatchObject([{ key: "team", value: "fraud" }]);
  expect(await events("setTag")).toMatchObject([
    { subject: "titanic", version: null, details: { key: "team" }, before: { value: null }, after: { value: "risk" } },
    { subject: "titanic", version: 1, before: { value: null }, after: { value: "fraud" } },
    { subject: "titanic", version: null, before: { value: "risk" }, after: { value: "credit" } },
  ]);

  await remove({ key: "team" });
  expect(await setup.database.modelTag.count()).toBe(0);
  expect(await setup.database.versionTag.count()).toBe(1);
  await expect(remove({ key: "team" })).rejects.toMatchObject({
    code: "NOT_FOUND",
    message: 'There is no tag "team" on titanic.',
  });
  await remove({ version: 1, key: "team" });
  expect(await setup.database.versionTag.count()).toBe(0);
  expect(await events("deleteTag")).toMatchObject([
    { outcome: "DONE", before: { value: "credit" }, after: null },
    { outcome: "REFUSED" },
    { outcome: "DONE", version: 1, before: { value: "fraud" } },
  ]);
  const changes = await setup.database.modelChange.findMany({ orderBy: { id: "asc" } });
  expect(changes.map(({ kind }) => kind)).toEqual(["TAG_SET", "TAG_SET", "TAG_SET", "TAG_DELETED", "TAG_DELETED"]);
});

test.each([
  ["no key", { key: "", value: "x" }],
  ["a blank key", { key: "  ", value: "x" }],
  ["a key of two lines", { key: "a\nb", value: "x" }],
  ["a long key", { key: "x".repeat(251), value: "x" }],
  ["a long value", { key: "x", value: "x".repeat(5_001) }],
  ["a value that no database holds", { key: "x", value: "\0" }],
  ["half a character", { key: "x", value: "\ud800" }],
  ["no version", { version: 0, key: "x", value: "y" }],
])("%s is refused", async (_what, input) => {
  await expect(set(input)).rejects.toMatchObject({ code: "INVALID_INPUT" });
});

test("keys and values are any text: MLflow's, other languages', another language's code", async () => {
  const texts = ["mlflow.note", "a:b/c d", "größe", "'; DROP TABLE model; --", "{{x}}", "%_"];
  for (const text of texts) await set({ version: 1, key: text, value: text });
  const stored = await setup.database.versionTag.findMany();
  expect(new Set(stored.map(({ key, value }) => `${key}=${value}`))).toEqual(
    new Set(texts.map((text) => `${text}=${text}`)),
  );
  for (const text of texts) await remove({ version: 1, key: text });
});

test("there is a most of tags; one that is there can still be changed", async () => {
  const { id: modelId } = await setup.database.model.findFirstOrThrow();
  const many = Array.from({ length: mostTags }, (_, index) => ({ modelId, key: `k${index}`, value: "" }));
  await setup.database.modelTag.createMany({ data: many });
  await expect(set({ key: "one more", value: "x" })).rejects.toMatchObject({ code: "LIMIT_EXCEEDED" });
  expect(await set({ key: "k0", value: "x" })).toMatchObject({ modelId });
});

test("a model and a version are described, each by itself", async () => {
  const describe = (input: object) => runAction(setDescription, { model: "titanic", ...input }, setup.scope);
  const { description: shipped } = await setup.database.model.findFirstOrThrow();
  await describe({ version: 1, description: "The first **one**." });
  await describe({ description: "Who lived." });
  expect(await setup.database.model.findFirst()).toMatchObject({ description: "Who lived." });
  expect(await setup.database.modelVersion.findFirst()).toMatchObject({ description: "The first **one**." });
  expect(await events("setDescription")).toMatchObject([
    { version: 1, before: { description: "" }, after: { description: "The first **one**." } },
    { version: null, before: { description: shipped }, after: { description: "Who lived." } },
  ]);
  await expect(describe({ description: "x".repeat(20_001) })).rejects.toMatchObject({ code: "INVALID_INPUT" });
});

test("an actor who may only read is refused", async () => {
  const actor = { ...setup.scope.actor, permissions: new Set(["models:read" as const]) };
  await expect(set({ key: "team", value: "x" }, { ...setup.scope, actor })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
});
