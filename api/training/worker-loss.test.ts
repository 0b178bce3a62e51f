import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, beforeEach, expect, test } from "vitest";
import { claimRun, handBackRun, mostLosses, renewRun } from "./claim-run.ts";
import { failRun, succeedRun } from "./end-run.ts";
import { heldArtifacts, holdLock, openTrainingSetup, type TrainingSetup } from "./testing/training-setup.ts";

let setup: TrainingSetup;
beforeEach(async () => {
  setup = await openTrainingSetup();
});
afterEach(() => setup.close());

const minute = 60_000;

async function lapse(runId: string) {
  await setup.database
    .$executeRaw`UPDATE training_run SET lease_until = now() - interval '1 second' WHERE id = ${runId}::uuid`;
}

test("a worker killed in mid-run: another one takes the run over at once, and it makes one version", async () => {
  const runId = await setup.train();
  const lock = await holdLock(setup, "SELECT 1 FROM model FOR NO KEY UPDATE");
  const script = new URL("./testing/worker-process.ts", import.meta.url).pathname;
  // The lease outlasts the test: what frees the run is that its worker is dead.
  const child = spawn(process.execPath, [script, setup.url, setup.dataDir, "600000"], { stdio: "inherit" });
  const exit = once(child, "exit");
  await setup.eventsUntil(runId, ({ message }) => message === "Registering the version");
  child.kill("SIGKILL");
  expect(await exit).toEqual([null, "SIGKILL"]);
  await lock.release();
  setup.startWorker({ pollMs: 100 });
  const events = await setup.ended(runId);
  expect(events.at(-1)?.type).toBe("SUCCEEDED");
  expect(events.filter((event) => event.type === "RETRIED").map((event) => event.message)).toEqual([
    "The worker was lost; another begins anew (attempt 2)",
  ]);
  expect(await setup.run(runId)).toMatchObject({ status: "SUCCEEDED", attempt: 2 });
  expect(await setup.database.modelVersion.findMany()).toMatchObject([{ version: 1, trainingRunId: runId }]);
  expect(await setup.database.auditEvent.count({ where: { action: "registerVersion" } })).toBe(1);
});

test("who was superseded can't write any more: no progress, no failure, no version", async () => {
  const runId = await setup.train();
  const first = await claimRun(setup.database, setup.pubSub, minute);
  if (!first) throw new Error("nothing to claim");
  expect(await claimRun(setup.database, setup.pubSub, minute)).toBeNull();
  await lapse(runId);
  const second = await claimRun(setup.database, setup.pubSub, minute);
  expect([first.attempt, second?.attempt]).toEqual([1, 2]);

  expect(await renewRun(setup.database, first, minute)).toBe(false);
  expect(await handBackRun(setup.database, setup.pubSub, first)).toBe(false);
  const failed = await setup.database.$transaction((tx) =>
    failRun(tx, setup.pubSub, first, { code: "FAULT", reason: "late" }),
  );
  expect(failed).toBe(false);
  const trained = {
    dataset: { name: "titanic", sha256: "0".repeat(64) },
    metrics: [],
    params: {},
    coefficients: null,
    artifact: { sha256: await setup.artifacts.put(Buffer.from("a model")), bytes: 7 },
    at: new Date(),
    kept: null,
  };
  expect(await succeedRun(setup, first, trained)).toBeNull();
  expect(await setup.database.modelVersion.count()).toBe(0);
  expect(await setup.run(runId)).toMatchObject({ status: "RUNNING", attempt: 2, error: null });
  if (second) expect(await succeedRun(setup, second, trained)).toBe(1);
});

test("a run that loses its worker again and again is failed, and says so", async () => {
  const runId = await setup.train();
  for (let loss = 1; loss <= mostLosses; loss += 1) {
    expect(await claimRun(setup.database, setup.pubSub, minute)).toMatchObject({ attempt: loss });
    await lapse(runId);
  }
  expect(await claimRun(setup.database, setup.pubSub, minute)).toBeNull();
  expect(await setup.run(runId)).toMatchObject({ status: "FAILED", error: expect.stringContaining("lost 3 times") });
  const audit = await setup.database.auditEvent.findMany({ where: { action: "trainModel", outcome: "FAILED" } });
  expect(audit).toMatchObject([{ subject: "titanic", actorId: "local-owner" }]);
});

test("a worker that is stopped hands its run back, which does not count as a loss", async () => {
  const runId = await setup.train();
  for (let attempt = 1; attempt <= mostLosses; attempt += 1) {
    const artifacts = heldArtifacts(setup.artifacts);
    const worker = setup.startWorker({ artifacts });
    await artifacts.reached;
    const stopped = worker.stop();
    artifacts.release();
    await stopped;
    expect(await setup.run(runId)).toMatchObject({ status: "QUEUED", attempt });
  }
  await claimRun(setup.database, setup.pubSub, minute);
  await lapse(runId);
  setup.startWorker();
  await setup.ended(runId);
  expect(await setup.run(runId)).toMatchObject({ status: "SUCCEEDED", attempt: mostLosses + 2 });
  expect(await setup.database.modelVersion.count()).toBe(1);
});

test("a data set that changed since fails the run with a sentence", async () => {
  const runId = await setup.train();
  await setup.database.dataset.updateMany({ data: { sha256: "0".repeat(64) } });
  setup.startWorker();
  const events = await setup.ended(runId);
  expect(events.at(-1)).toMatchObject({ type: "FAILED", message: expect.stringContaining("changed") });
  expect(await setup.run(runId)).toMatchObject({ status: "FAILED", error: expect.stringContaining("Train again") });
});
