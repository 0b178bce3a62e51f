import { readdir, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { runAction } from "../actions/run-action.ts";
import { openBucketDouble } from "../testing/bucket-double.ts";
import { claimRun } from "../training/claim-run.ts";
import { succeedRun } from "../training/end-run.ts";
import { holdLock, openTrainingSetup, type TrainingSetup } from "../training/testing/training-setup.ts";
import { openBucketArtifacts } from "./bucket-artifacts.ts";
import { sweepArtifacts } from "./purge-artifacts.ts";
import { removeModel } from "./remove-model.ts";
import { giveUpRemovedModels } from "./removed-models.ts";

let setup: TrainingSetup;
beforeEach(async () => {
  setup = await openTrainingSetup();
});
afterEach(() => setup.close());

const hours = 60 * 60_000;
const removal = { name: "titanic", confirmName: "titanic" };
const sweep = (now = new Date()) =>
  sweepArtifacts({ ...setup.scope.services, now, signal: new AbortController().signal });
const inTwoHours = () => new Date(Date.now() + 2 * hours);

async function trained(input: object = {}): Promise<string> {
  const runId = await setup.train(input);
  await setup.ended(runId);
  return (await setup.database.modelVersion.findFirstOrThrow({ where: { trainingRunId: runId } })).artifactSha256;
}

/** The model can't be restored any more: what a sweep does then. */
const giveUp = () => giveUpRemovedModels(setup.scope.services, { now: new Date(Date.now() + 1), keptMs: 0 });

test("a removed model's files are kept while it can be restored, and then deleted; those that another model's version has too stay", async () => {
  setup.startWorker();
  const [own, shared, others] = [
    await trained({ seed: 1 }),
    await trained({ seed: 2 }),
    await trained({ model: "penguins" }),
  ];
  await setup.database.modelVersion.updateMany({
    where: { model: { name: "penguins" } },
    data: { artifactSha256: shared },
  });
  await runAction(removeModel, removal, setup.scope);
  expect(await sweep(inTwoHours())).toBe(1);
  expect(await Promise.all([own, shared, others].map(setup.artifacts.has))).toEqual([true, true, false]);
  expect(await giveUp()).toBe(1);
  expect(await giveUp()).toBe(0);
  expect(await sweep(inTwoHours())).toBe(1);
  expect(await Promise.all([own, shared].map(setup.artifacts.has))).toEqual([false, true]);
  const retrained = await trained({ seed: 1 });
  expect(retrained).toBe(own);
  expect(await setup.artifacts.has(own)).toBe(true);
});

test("a sweep deletes what nothing needs once it is an hour old, and nothing else", async () => {
  setup.startWorker();
  const live = await trained();
  const orphan = await setup.artifacts.put(Buffer.from("never registered"));
  const unfinished = join(setup.dataDir, "artifacts", orphan.slice(0, 2), `${orphan}.x.tmp`);
  await writeFile(unfinished, "half");
  expect(await sweep()).toBe(0);
  expect(await sweep(inTwoHours())).toBe(2);
  expect(await setup.artifacts.has(live)).toBe(true);
  expect(await readdir(join(setup.dataDir, "artifacts", orphan.slice(0, 2)))).not.toContain(orphan);
});

test("what is put again counts as new", async () => {
  const orphan = await setup.artifacts.put(Buffer.from("never registered"));
  const old = new Date(Date.now() - 3 * hours);
  await utimes(join(setup.dataDir, "artifacts", orphan.slice(0, 2), orphan), old, old);
  await setup.artifacts.put(Buffer.from("never registered"));
  expect(await sweep()).toBe(0);
  expect(await setup.artifacts.has(orphan)).toBe(true);
});

test("in a folder that another database used too, no file is deleted, as that one may need the same bytes", async () => {
  setup.startWorker();
  const own = await trained();
  await setup.artifacts.claim("another-database");
  const foreign = await setup.artifacts.put(Buffer.from("of the other database"));
  const { has } = setup.artifacts;
  const warn = vi.spyOn(setup.scope.services.log, "warn");
  await runAction(removeModel, removal, setup.scope);
  await giveUp();
  expect([await sweep(inTwoHours()), await sweep(inTwoHours())]).toEqual([0, 0]);
  expect([await has(own), await has(foreign)]).toEqual([true, true]);
  expect(warn.mock.calls).toEqual([[expect.stringContaining("another database")]]);
});

test("a few files at a time: registrations wait for no more", async () => {
  for (let each = 0; each < 25; each += 1) await setup.artifacts.put(Buffer.from(`never registered ${each}`));
  const { artifacts, database } = setup;
  const inTransaction = new Map<string, number>();
  const remove: typeof artifacts.remove = async (...about) => {
    const [holder] = await database.$queryRaw<{ transaction: string }[]>`
      SELECT virtualtransaction AS transaction FROM pg_locks
      WHERE locktype = 'advisory' AND objid = 7305004 AND mode = 'ExclusiveLock' AND granted
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
    const { transaction } = holder ?? { transaction: "none" };
    inTransaction.set(transaction, (inTransaction.get(transaction) ?? 0) + 1);
    return artifacts.remove(...about);
  };
  const context = { ...setup.scope.services, artifacts: { ...artifacts, remove } };
  expect(await sweepArtifacts({ ...context, now: inTwoHours(), signal: new AbortController().signal })).toBe(25);
  expect([...inTransaction.values()]).toEqual([10, 10, 5]);
});

test("a bucket that does not answer in time ends the batch before its lock ends, and nothing is deleted later", async () => {
  vi.stubEnv("AWS_ACCESS_KEY_ID", "test");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "secret");
  const bucket = await openBucketDouble();
  const artifacts = openBucketArtifacts({ bucket: "models", folder: "", endpoint: bucket.endpoint });
  try {
    const orphan = await artifacts.put(Buffer.from("never registered"));
    const [clock, timeout] = [new AbortController(), AbortSignal.timeout];
    vi.spyOn(AbortSignal, "timeout").mockImplementation((ms) => (ms === 10_000 ? clock.signal : timeout(ms)));
    const asked = bucket.stall();
    const sweeping = sweepArtifacts({
      ...setup.scope.services,
      artifacts,
      now: inTwoHours(),
      signal: new AbortController().signal,
    });
    await asked;
    clock.abort();
    expect(await sweeping).toBe(0);
    expect([...bucket.objects.keys()].filter((key) => key.endsWith(orphan))).toHaveLength(1);
  } finally {
    artifacts.close();
    await bucket.close();
    vi.unstubAllEnvs();
  }
});

test("a purge and a registration exclude each other; a version whose file is gone is not registered", async () => {
  await setup.train();
  const run = await claimRun(setup.database, setup.pubSub, hours);
  if (!run) throw new Error("nothing to claim");
  const sha256 = await setup.artifacts.put(Buffer.from("a model"));
  const trainedModel = {
    dataset: { name: "titanic", sha256: "0".repeat(64) },
    metrics: [],
    params: {},
    coefficients: null,
    artifact: { sha256, bytes: 7 },
    at: new Date(),
    kept: null,
  };
  // As a purge does: the registration waits, and then finds the file gone.
  const purging = await holdLock(setup, "SELECT pg_advisory_xact_lock(7305004)");
  const registering = succeedRun(setup, run, trainedModel);
  const refused = expect(registering).rejects.toMatchObject({ code: "UNAVAILABLE" });
  await setup.artifacts.remove(sha256, inTwoHours());
  await purging.release();
  await refused;
  expect(await setup.database.modelVersion.count()).toBe(0);

  await setup.artifacts.put(Buffer.from("a model"));
  expect(await succeedRun(setup, run, trainedModel)).toBe(1);
  expect(await sweep(inTwoHours())).toBe(0);
});
