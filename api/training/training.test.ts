import { afterEach, beforeEach, expect, test } from "vitest";
import { runAction } from "../actions/run-action.ts";
import { verifyAuditLog } from "../audit/verify-audit-log.ts";
import { titanic } from "../models/definitions/titanic.ts";
import { removeModel } from "../models/remove-model.ts";
import { cancelTraining } from "./cancel-training.ts";
import { findRun } from "./describe-run.ts";
import { splitOf } from "./split-rows.ts";
import { heldArtifacts, holdLock, openTrainingSetup, type TrainingSetup } from "./testing/training-setup.ts";
import { mostOpenRuns, mostOpenRunsOfOne, trainModel } from "./train-model.ts";

let setup: TrainingSetup;
beforeEach(async () => {
  setup = await openTrainingSetup();
});
afterEach(() => setup.close());

const minute = 60_000;

test("a run is trained, evaluated, exported and registered as a candidate", async () => {
  // No look within the minute: only the notice can have woken the worker.
  setup.startWorker({ pollMs: minute });
  const runId = await setup.train({ testSize: 0.3, seed: 7, params: { C: 2 } });
  const events = await setup.ended(runId);
  expect(events.map((event) => event.seq)).toEqual(events.map((_, index) => index + 1));
  expect(events.slice(0, 2).map((event) => event.type)).toEqual(["QUEUED", "STARTED"]);
  expect(events.at(-1)).toMatchObject({ type: "SUCCEEDED", progress: 1 });
  const progress = events.map((event) => event.progress);
  expect(progress).toEqual(progress.toSorted((a, b) => a - b));
  expect(events.some((event) => event.message.startsWith("Iteration 3: log loss 0.4"))).toBe(true);
  // Each step tells the loss that it came to, which only falls: what a curve is drawn from.
  const steps = events.filter((event) => event.message.startsWith("Iteration"));
  const losses = steps.map(({ metrics }) => metrics as { name: string; value: number; split: string }[]);
  expect(losses.every(([loss, more]) => loss?.name === "log_loss" && loss.split === "train" && !more)).toBe(true);
  const values = losses.map(([loss]) => loss?.value ?? Number.NaN);
  expect(values[0]).toBeCloseTo(Math.log(2), 5);
  expect(values).toEqual(values.toSorted((a, b) => b - a));

  const run = await setup.database.trainingRun.findUniqueOrThrow({
    where: { id: runId },
    include: { version: { include: { changes: true, dataset: true } } },
  });
  expect(run).toMatchObject({
    status: "SUCCEEDED",
    progress: 1,
    attempt: 1,
    rows: 1044,
    trainRows: 731,
    testRows: 313,
    error: null,
  });
  const { version } = run;
  expect(version).toMatchObject({
    version: 1,
    stage: "CANDIDATE",
    productionScope: run.modelId,
    params: { C: 2, testSize: 0.3, seed: 7 },
  });
  expect(version?.dataset).toMatchObject({
    name: "titanic",
    rows: 1309,
    sha256: "c617db2c7470716250f6f001be51304c76bcc8815527ab8bae734bdca0735737",
  });
  expect(version?.changes).toMatchObject([
    { fromStage: null, toStage: "CANDIDATE", reason: "REGISTERED", actorId: "local-owner" },
  ]);
  expect(await setup.artifacts.has(version?.artifactSha256 ?? "")).toBe(true);
  const metrics = version?.metrics as { name: string; split: string; value: number }[];
  expect(metrics.map(({ name, split }) => `${split} ${name}`)).toEqual([
    "holdout accuracy",
    "holdout log_loss",
    "holdout roc_auc",
    "holdout baseline_accuracy",
    "holdout baseline_log_loss",
    "train accuracy",
    "train log_loss",
    "train roc_auc",
  ]);
  expect(metrics[0]?.value).toBeGreaterThan(metrics[3]?.value ?? 1);
  expect(run.metrics).toEqual(version?.metrics);
  const split = await splitOf({ dataset: "titanic", definition: titanic, testSize: 0.3, seed: 7 });
  expect([split.train.length, split.test.length, split.dropped]).toEqual([731, 313, 265]);

  const audit = await setup.database.auditEvent.findMany({ orderBy: { seq: "asc" } });
  expect(audit.map(({ action, outcome }) => `${action} ${outcome}`)).toEqual([
    "registerModel DONE",
    "trainModel DONE",
    "registerVersion DONE",
  ]);
  expect(await verifyAuditLog.read(setup.scope, {})).toMatchObject({ valid: true, checked: 3 });
});

test("the next run makes the next version; two at once on a fresh registry share the model", async () => {
  setup.startWorker();
  const runs = await Promise.all([setup.train(), setup.train()]);
  for (const runId of runs) await setup.ended(runId);
  expect(await setup.database.model.count()).toBe(1);
  const versions = await setup.database.modelVersion.findMany({ orderBy: { version: "asc" } });
  expect(versions.map((version) => version.version)).toEqual([1, 2]);
  expect(versions[0]?.artifactSha256).toBe(versions[1]?.artifactSha256);
});

test("a queued run is cancelled at once; a finished one can't be", async () => {
  const runId = await setup.train();
  await runAction(cancelTraining, { runId }, setup.scope);
  expect(await setup.run(runId)).toMatchObject({ status: "CANCELLED" });
  await expect(runAction(cancelTraining, { runId }, setup.scope)).rejects.toMatchObject({ code: "CONFLICT" });
  setup.startWorker();
  const next = await setup.train();
  await setup.ended(next);
  expect(await setup.run(runId)).toMatchObject({ status: "CANCELLED", attempt: 0 });
  await expect(runAction(cancelTraining, { runId: next }, setup.scope)).rejects.toMatchObject({ code: "CONFLICT" });
  await expect(runAction(cancelTraining, { runId: crypto.randomUUID() }, setup.scope)).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  await expect(runAction(cancelTraining, { runId: "7" }, setup.scope)).rejects.toMatchObject({ code: "INVALID_INPUT" });
});

test("a running run is cancelled at once, and its worker goes on to the next", async () => {
  const runId = await setup.train();
  const artifacts = heldArtifacts(setup.artifacts);
  setup.startWorker({ pollMs: minute, artifacts });
  await artifacts.reached;
  await runAction(cancelTraining, { runId }, setup.scope);
  expect(await setup.run(runId)).toMatchObject({ status: "CANCELLED" });
  artifacts.release();
  const next = await setup.train();
  await setup.ended(next);
  expect(await setup.run(next)).toMatchObject({ status: "SUCCEEDED" });
  expect((await setup.ended(runId)).at(-1)).toMatchObject({ type: "CANCELLED" });
  expect(await setup.database.modelVersion.count()).toBe(1);
});

test("a cancellation that comes while the version is being registered wins: no version", async () => {
  const runId = await setup.train();
  const lock = await holdLock(setup, "SELECT 1 FROM model FOR NO KEY UPDATE");
  setup.startWorker();
  await setup.eventsUntil(runId, ({ message }) => message === "Registering the version");
  await runAction(cancelTraining, { runId }, setup.scope);
  await lock.release();
  await setup.ended(await setup.train());
  expect(await setup.run(runId)).toMatchObject({ status: "CANCELLED" });
  expect(await setup.database.modelVersion.findMany({ where: { trainingRunId: runId } })).toEqual([]);
});

test("a model that is removed while it trains gets no version", async () => {
  const runId = await setup.train();
  const artifacts = heldArtifacts(setup.artifacts);
  setup.startWorker({ artifacts });
  await artifacts.reached;
  await runAction(removeModel, { name: "titanic", confirmName: "titanic" }, setup.scope);
  artifacts.release();
  await setup.ended(await setup.train());
  expect(await setup.run(runId)).toMatchObject({ status: "CANCELLED" });
  const versions = await setup.database.modelVersion.findMany({ include: { model: true } });
  expect(versions).toMatchObject([{ version: 1, model: { removedAt: null } }]);
});

test("an actor without the permission may neither train nor cancel", async () => {
  const reader = {
    ...setup.scope,
    actor: { id: "reader", name: "reader", permissions: new Set(["training:read"] as const) },
  };
  await expect(runAction(trainModel, { model: "titanic" }, reader)).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(runAction(cancelTraining, { runId: crypto.randomUUID() }, reader)).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
});

test("only so many runs may wait", async () => {
  const runId = await setup.train();
  const { id: _id, params, metrics, environment, ...first } = await setup.run(runId);
  await setup.database.trainingRun.createMany({
    data: Array.from({ length: mostOpenRuns - 1 }, () => ({ ...first, params: {}, metrics: [] })),
  });
  await expect(setup.train()).rejects.toMatchObject({ code: "LIMIT_EXCEEDED" });
});

test("only so many of one person's may wait, and others train meanwhile", async () => {
  const as = (id: string) => ({ ...setup.scope, actor: { ...setup.scope.actor, id } });
  const { runId } = await runAction(trainModel, { model: "titanic" }, as("ann"));
  const { id: _id, params, metrics, environment, ...first } = await setup.run(runId);
  await setup.database.trainingRun.createMany({
    data: Array.from({ length: mostOpenRunsOfOne - 1 }, () => ({ ...first, params: {}, metrics: [] })),
  });
  await expect(runAction(trainModel, { model: "titanic" }, as("ann"))).rejects.toMatchObject({
    code: "LIMIT_EXCEEDED",
    message: expect.stringContaining("one person"),
  });
  await expect(runAction(trainModel, { model: "titanic" }, as("bob"))).resolves.toMatchObject({ model: "titanic" });
});

test("findRun: the newest, one of a model, only open ones, one by id", async () => {
  expect(await findRun.read(setup.scope, { active: false })).toBeNull();
  const first = await setup.train();
  const second = await setup.train();
  await runAction(cancelTraining, { runId: second }, setup.scope);
  expect(await findRun.read(setup.scope, { active: false })).toMatchObject({
    id: second,
    model: { name: "titanic" },
    version: null,
  });
  expect(await findRun.read(setup.scope, { model: "titanic", active: true })).toMatchObject({ id: first });
  expect(await findRun.read(setup.scope, { runId: second, active: false })).toMatchObject({ id: second });
  expect(await findRun.read(setup.scope, { model: "other", active: false })).toBeNull();
});
