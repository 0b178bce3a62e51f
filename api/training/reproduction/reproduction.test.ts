import { afterAll, beforeAll, expect, test } from "vitest";
import { runAction } from "../../actions/run-action.ts";
import { verifyAuditLog } from "../../audit/verify-audit-log.ts";
import { removeModel } from "../../models/remove-model.ts";
import { join, message, string } from "../onnx/protobuf.ts";
import { openTrainingSetup, type TrainingSetup } from "../testing/training-setup.ts";
import { reproductionReportSchema } from "./report.ts";
import { reproduceVersion } from "./reproduce-version.ts";
import { startReproductionWorker } from "./worker.ts";

let setup: TrainingSetup;
/** Versions 1 and 2 of titanic, unlike each other, and 1 of cars. */
beforeAll(async () => {
  setup = await openTrainingSetup();
  setup.startWorker();
  for (const input of [{ seed: 7 }, { seed: 7, params: { C: 0.01 } }, { model: "cars" }]) {
    await setup.ended(await setup.train(input));
  }
});
afterAll(() => setup.close());

const versionOf = (model: string, version: number) =>
  setup.database.modelVersion.findFirstOrThrow({ where: { version, model: { name: model } } });
const ask = (model: string, version: number) => runAction(reproduceVersion, { model, version }, setup.scope);

/** The reproduction when it is over. */
async function reproduced(model: string, version: number) {
  const { reproductionId: id } = await ask(model, version);
  const { database, pubSub, artifacts, scope } = setup;
  const worker = startReproductionWorker({ database, pubSub, artifacts, log: scope.services.log, pollMs: 60_000 });
  try {
    return await ended(id);
  } finally {
    await worker.stop();
  }
}

function ended(id: string) {
  return new Promise<NonNullable<Awaited<ReturnType<typeof read>>>>((resolve, reject) => {
    const stop = setup.pubSub.listen("reproduction", look);
    function look() {
      read().then((found) => {
        if (!found.finishedAt) return;
        stop();
        resolve(found);
      }, reject);
    }
    look();
  });
  function read() {
    return setup.database.reproduction.findUniqueOrThrow({ where: { id } });
  }
}

const lastAudit = () => setup.database.auditEvent.findFirstOrThrow({ orderBy: { seq: "desc" } });

test.each(["titanic", "cars"])("%s: the same record gives the same bytes, and nothing is registered", async (model) => {
  const before = await setup.database.modelVersion.count();
  const { environment } = await setup.database.trainingRun.findFirstOrThrow({
    where: { version: { id: (await versionOf(model, 1)).id } },
  });
  const found = await reproduced(model, 1);
  expect(found).toMatchObject({ status: "SUCCEEDED", outcome: "BYTE_EQUAL", progress: 1, attempt: 1, environment });
  const { artifactSha256 } = await versionOf(model, 1);
  expect(found.report).toMatchObject({
    artifactSha256,
    largestDifference: 0,
    metrics: [],
    differingRows: 0,
    shown: [],
  });
  expect(environment).toMatchObject({
    modelwright: expect.stringMatching(/^\d+\.\d+\.\d+/),
    codeSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    node: process.versions.node,
    onnxruntime: expect.stringMatching(/^1\./),
    platform: `${process.platform}-${process.arch}`,
  });
  expect(await setup.database.modelVersion.count()).toBe(before);
  expect(await lastAudit()).toMatchObject({
    action: "endReproduction",
    outcome: "DONE",
    subject: model,
    version: 1,
    actorId: "local-owner",
    details: { reproductionId: found.id, outcome: "BYTE_EQUAL", artifactSha256, largestDifference: 0 },
  });
});

test("a file of other bytes that predicts the same is told apart from one that does not", async () => {
  const { id, artifactSha256 } = await versionOf("titanic", 1);
  // A note in the file's metadata changes its bytes and nothing that it computes.
  const noted = join([await setup.artifacts.get(artifactSha256), message(14, [string(1, "note"), string(2, "x")])]);
  await setup.database.modelVersion.update({
    where: { id },
    data: { artifactSha256: await setup.artifacts.put(noted) },
  });
  try {
    const found = await reproduced("titanic", 1);
    expect(found).toMatchObject({ status: "SUCCEEDED", outcome: "PREDICTIONS_EQUAL" });
    const { rows } = reproductionReportSchema.parse(found.report);
    expect(found.report).toMatchObject({ artifactSha256, largestDifference: 0, metrics: [], differingRows: 0 });
    const { trainingRun } = await setup.database.modelVersion.findUniqueOrThrow({
      where: { id },
      include: { trainingRun: true },
    });
    expect(rows).toBe(trainingRun?.testRows);
  } finally {
    await setup.database.modelVersion.update({ where: { id }, data: { artifactSha256 } });
  }
});

test("a version that its record does not lead to: which metrics and which rows differ", async () => {
  const { id, artifactSha256, metrics } = await versionOf("titanic", 1);
  const other = await versionOf("titanic", 2);
  await setup.database.modelVersion.update({
    where: { id },
    data: { artifactSha256: other.artifactSha256, metrics: other.metrics ?? [] },
  });
  try {
    const found = await reproduced("titanic", 1);
    expect(found).toMatchObject({ status: "SUCCEEDED", outcome: "DIFFERENT" });
    const report = reproductionReportSchema.parse(found.report);
    expect(report.largestDifference).toBeGreaterThan(0.01);
    expect(report.metrics.map(({ split, name }) => `${split} ${name}`)).toContain("holdout log_loss");
    expect(report.differingRows).toBe(report.rows);
    expect(report.shown).toHaveLength(200);
    const [first] = report.shown;
    expect(first?.recorded.probabilities?.["1"]).not.toBeCloseTo(
      first?.reproduced.probabilities?.["1"] ?? Number.NaN,
      5,
    );
    expect(report.shown.map(({ row }) => row)).toEqual(report.shown.map(({ row }) => row).toSorted((a, b) => a - b));
  } finally {
    await setup.database.modelVersion.update({ where: { id }, data: { artifactSha256, metrics: metrics ?? [] } });
  }
});

test("a version whose file is gone can't be compared when other bytes come of it, and says so", async () => {
  const { id, artifactSha256 } = await versionOf("titanic", 1);
  await setup.database.modelVersion.update({ where: { id }, data: { artifactSha256: "ab".repeat(32) } });
  const found = await reproduced("titanic", 1);
  await setup.database.modelVersion.update({ where: { id }, data: { artifactSha256 } });
  expect(found).toMatchObject({
    status: "FAILED",
    outcome: null,
    error: expect.stringContaining("not in the data folder"),
  });
  expect(await lastAudit()).toMatchObject({
    action: "endReproduction",
    outcome: "FAILED",
    details: { code: "UNAVAILABLE" },
  });
});

test("data that is another by now, or gone, or was never recorded, is refused with a reason", async () => {
  const { datasetId, id } = await versionOf("titanic", 1);
  const where = { id: datasetId ?? "" };
  const { sha256, name } = await setup.database.dataset.findUniqueOrThrow({ where });
  await setup.database.dataset.update({ where, data: { sha256: "0".repeat(64) } });
  await expect(ask("titanic", 1)).rejects.toMatchObject({
    code: "CONFLICT",
    message: expect.stringContaining("SHA-256"),
  });
  expect(await lastAudit()).toMatchObject({ action: "reproduceVersion", outcome: "REFUSED" });
  await setup.database.dataset.update({ where, data: { sha256, name: "gone" } });
  await expect(ask("titanic", 1)).rejects.toMatchObject({
    code: "NOT_FOUND",
    message: expect.stringContaining("gone"),
  });
  await setup.database.dataset.update({ where, data: { name } });
  await setup.database.modelVersion.update({ where: { id }, data: { datasetId: null } });
  await expect(ask("titanic", 1)).rejects.toMatchObject({
    code: "CONFLICT",
    message: expect.stringContaining("not trained here"),
  });
  await setup.database.modelVersion.update({ where: { id }, data: { datasetId } });
});

test("a version is trained again once at a time, and whoever may not train may not ask", async () => {
  const { reproductionId: id } = await ask("titanic", 2);
  await expect(ask("titanic", 2)).rejects.toMatchObject({ code: "CONFLICT" });
  const reader = { id: "r", name: "reader", permissions: new Set(["training:read"] as const) };
  await expect(
    runAction(reproduceVersion, { model: "titanic", version: 1 }, { ...setup.scope, actor: reader }),
  ).rejects.toMatchObject({ code: "FORBIDDEN" });
  await setup.database.reproduction.delete({ where: { id } });
});

test.each([
  ["lost once, another worker takes it over", 0, { status: "SUCCEEDED", attempt: 2, losses: 1 }],
  [
    "lost too often, it is given up",
    2,
    { status: "FAILED", attempt: 1, error: expect.stringContaining("lost 3 times") },
  ],
])("%s", async (_name, losses, expected) => {
  const { reproductionId: id } = await ask("cars", 1);
  await setup.database.reproduction.update({
    where: { id },
    data: { status: "RUNNING", attempt: 1, losses, leaseOwner: "another", leaseUntil: new Date(0) },
  });
  const { database, pubSub, artifacts, scope } = setup;
  const worker = startReproductionWorker({ database, pubSub, artifacts, log: scope.services.log });
  expect(await ended(id)).toMatchObject(expected);
  await worker.stop();
});

test("a worker that is stopped puts back what it has", async () => {
  const { reproductionId: id } = await ask("cars", 1);
  const { database, pubSub, artifacts, scope } = setup;
  const worker = startReproductionWorker({ database, pubSub, artifacts, log: scope.services.log });
  await worker.stop();
  const stopped = await database.reproduction.findUniqueOrThrow({ where: { id } });
  expect(stopped).toMatchObject({ status: "QUEUED", progress: 0, losses: 0 });
  await database.reproduction.delete({ where: { id } });
});

test("the audit log is whole", async () => {
  expect(await verifyAuditLog.read(setup.scope, {})).toMatchObject({ valid: true });
});

test("a model that was removed is known no more", async () => {
  await runAction(removeModel, { name: "cars", confirmName: "cars" }, setup.scope);
  await expect(ask("cars", 1)).rejects.toMatchObject({ code: "NOT_FOUND" });
});
