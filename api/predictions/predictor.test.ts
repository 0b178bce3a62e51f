import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runAction, runRead } from "../actions/run-action.ts";
import { archiveVersion } from "../models/archive-version.ts";
import { deleteAlias } from "../models/delete-alias.ts";
import { promoteVersion } from "../models/promote-version.ts";
import { removeModel } from "../models/remove-model.ts";
import { setAlias } from "../models/set-alias.ts";
import reference from "../training/algorithms/logistic-regression/testing/titanic-reference.json" with { type: "json" };
import { holdLock, openTrainingSetup, type TrainingSetup } from "../training/testing/training-setup.ts";
import { predict } from "./predict.ts";
import { openPredictor } from "./predictor.ts";

/** One registry, in the order of its life: each test goes on from the one before. */
let setup: TrainingSetup;
beforeAll(async () => {
  setup = await openTrainingSetup();
  setup.startWorker();
});
afterAll(() => setup.close());

const boy = { sex: "male", pclass: "1", embarked: "C", age_group: "child" };
const ask = (input: object) => runRead(predict, { features: boy, ...input }, setup.scope);
const promote = (version: number) => runAction(promoteVersion, { model: "titanic", version }, setup.scope);
const trainOne = async (input: object) => setup.ended(await setup.train(input));

test("nothing trained, nothing in production: says what to do", async () => {
  await expect(ask({})).rejects.toMatchObject({
    code: "NOT_FOUND",
    message: expect.stringContaining("Promote a version"),
  });
  await expect(ask({ model: "titanic" })).rejects.toMatchObject({
    code: "NOT_FOUND",
    message: expect.stringContaining("Train it"),
  });
  await expect(ask({ model: "iceberg" })).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("a version that was not promoted answers only when it is named", async () => {
  await trainOne({ testSize: reference.testSize, seed: reference.seed });
  await expect(ask({})).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(ask({ model: "titanic" })).rejects.toMatchObject({
    code: "CONFLICT",
    message: expect.stringContaining("version 1"),
  });
  expect(await ask({ model: "titanic", version: 1 })).toMatchObject({ model: "titanic", version: 1, value: "1" });
  await expect(ask({ model: "titanic", version: 2 })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(ask({ version: 1 })).rejects.toMatchObject({ code: "INVALID_INPUT" });
  await expect(ask({ model: "titanic/1" })).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("an alias names the version that it points to, until it is pointed to another or deleted", async () => {
  const alias = "champion";
  await expect(ask({ model: "titanic", alias })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await runAction(setAlias, { model: "titanic", alias, version: 1 }, setup.scope);
  expect(await ask({ model: "titanic", alias })).toMatchObject({ model: "titanic", version: 1, value: "1" });
  expect(await ask({ model: "titanic", alias: "latest" })).toMatchObject({ version: 1 });
  await expect(ask({ model: "titanic", alias: "production" })).rejects.toMatchObject({ code: "CONFLICT" });
  await expect(ask({ model: "titanic", alias, version: 1 })).rejects.toMatchObject({ code: "INVALID_INPUT" });
  await expect(ask({ alias })).rejects.toMatchObject({ code: "INVALID_INPUT" });
  await runAction(deleteAlias, { model: "titanic", alias }, setup.scope);
  await expect(ask({ model: "titanic", alias })).rejects.toMatchObject({
    code: "NOT_FOUND",
    message: 'titanic has no alias "champion". It has none.',
  });
});

test("all 36 inputs: within 1e-6 of scikit-learn's probabilities, through everything", async () => {
  await promote(1);
  for (const { features, survived } of reference.cases) {
    const { probabilities, value, version } = await ask({ features });
    expect(version).toBe(1);
    expect(Math.abs((probabilities?.["1"] ?? 2) - survived), JSON.stringify(features)).toBeLessThan(1e-6);
    expect(value).toBe(survived > 0.5 ? "1" : "0");
  }
});

test("a retrain does not hide what is in production", async () => {
  await trainOne({ seed: 7 });
  expect(await ask({})).toMatchObject({ model: "titanic", version: 1 });
  expect(await ask({ model: "titanic", version: 2 })).toMatchObject({ version: 2 });
});

test("an alias that is moved counts at once", async () => {
  for (const version of [1, 2]) {
    await runAction(setAlias, { model: "titanic", alias: "challenger", version }, setup.scope);
    expect(await ask({ model: "titanic", alias: "challenger" })).toMatchObject({ version });
  }
  expect(await ask({ model: "titanic", alias: "latest" })).toMatchObject({ version: 2 });
});

test("once it knows who answers, a prediction asks the database nothing", async () => {
  await ask({});
  const lock = await holdLock(setup, "LOCK TABLE model, model_version IN ACCESS EXCLUSIVE MODE");
  expect(await ask({})).toMatchObject({ version: 1, features: boy });
  await lock.release();
});

test("a promotion counts at once here, and by its notice in another process", async () => {
  const { database, artifacts, pubSub } = setup;
  const other = openPredictor({ database, artifacts, pubSub, log: setup.scope.services.log });
  expect(await other.predict({ features: boy })).toMatchObject({ version: 1 });
  const told = new Promise<void>((resolve) => {
    const stop = pubSub.listen("model_event", () => {
      stop();
      resolve();
    });
  });
  await promote(2);
  expect(await ask({})).toMatchObject({ version: 2 });
  await told;
  expect(await other.predict({ features: boy })).toMatchObject({ version: 2 });
  await other.close();
});

test("while notices don't arrive, each prediction asks the database who answers", async () => {
  const { database, artifacts, pubSub } = setup;
  const deaf = openPredictor({
    database,
    artifacts,
    log: setup.scope.services.log,
    pubSub: { ...pubSub, connected: false, listen: () => () => {}, onGap: () => () => {} },
  });
  expect(await deaf.predict({ features: boy })).toMatchObject({ version: 2 });
  await promote(1);
  expect(await deaf.predict({ features: boy })).toMatchObject({ version: 1 });
  await deaf.close();
});

test("missing features are named, bad ones refused", async () => {
  await expect(ask({ features: { sex: "female", pclass: "3" } })).rejects.toMatchObject({
    code: "MISSING_FEATURES",
    model: "titanic",
    version: 1,
    missing: ["embarked", "age_group"],
    message: expect.stringContaining("Where did the passenger board"),
  });
  await expect(ask({ features: { ...boy, pclass: "fourth class" } })).rejects.toMatchObject({ code: "INVALID_INPUT" });
  await expect(ask({ features: null })).rejects.toMatchObject({ code: "INVALID_INPUT" });
});

test("a file that is gone is unavailable, and is found again when it is back", async () => {
  const { database, artifacts, pubSub, dataDir } = setup;
  const { artifactSha256 } = await database.modelVersion.findFirstOrThrow({ where: { version: 1 } });
  const bytes = await artifacts.get(artifactSha256);
  const fresh = openPredictor({ database, artifacts, pubSub, log: setup.scope.services.log });
  await rm(join(dataDir, "artifacts", artifactSha256.slice(0, 2), artifactSha256));
  await expect(fresh.predict({ features: boy })).rejects.toMatchObject({ code: "UNAVAILABLE" });
  await artifacts.put(bytes);
  expect(await fresh.predict({ features: boy })).toMatchObject({ version: 1 });
  await fresh.close();
});

test("what was taken off production, or removed, answers no more", async () => {
  await runAction(archiveVersion, { model: "titanic", version: 1 }, setup.scope);
  await expect(ask({ model: "titanic" })).rejects.toMatchObject({ code: "CONFLICT" });
  expect(await ask({ model: "titanic", version: 1 })).toMatchObject({ version: 1 });
  await runAction(removeModel, { name: "titanic", confirmName: "titanic" }, setup.scope);
  await expect(ask({ model: "titanic", version: 1 })).rejects.toMatchObject({ code: "NOT_FOUND" });
});
