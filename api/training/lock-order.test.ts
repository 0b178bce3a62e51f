import { afterEach, beforeEach, expect, test } from "vitest";
import { runAction } from "../actions/run-action.ts";
import { verifyAuditLog } from "../audit/verify-audit-log.ts";
import { removeModel } from "../models/remove-model.ts";
import { cancelTraining } from "./cancel-training.ts";
import { claimRun, handBackRun } from "./claim-run.ts";
import { failRun } from "./end-run.ts";
import { holdLock, openTrainingSetup, type TrainingSetup } from "./testing/training-setup.ts";

/** The order in which locks are taken: policy, model, run, audit chain. Who holds a run may not ask for its model any more. */
let setup: TrainingSetup;
beforeEach(async () => {
  setup = await openTrainingSetup();
});
afterEach(() => setup.close());

const minute = 60_000;

test("what changes a run by itself goes on while another transaction holds its model", async () => {
  const [handedBack, failed, cancelled] = [await setup.train(), await setup.train(), await setup.train()];
  const lock = await holdLock(setup, "SELECT 1 FROM model FOR UPDATE");
  const { database, pubSub } = setup;

  const first = await claimRun(database, pubSub, minute);
  expect(first?.id).toBe(handedBack);
  expect(await handBackRun(database, pubSub, { id: handedBack, attempt: 1 })).toBe(true);
  await runAction(cancelTraining, { runId: handedBack }, setup.scope);

  const second = await claimRun(database, pubSub, minute);
  if (second?.id !== failed) throw new Error("another run was claimed");
  const failure = { code: "FAULT", reason: "a fault" };
  expect(await database.$transaction((tx) => failRun(tx, pubSub, second, failure))).toBe(true);

  setup.startWorker();
  await setup.eventsUntil(cancelled, ({ message }) => message === "Registering the version");
  await runAction(cancelTraining, { runId: cancelled }, setup.scope);
  await lock.release();
  const statuses = [handedBack, failed, cancelled].map(async (id) => (await setup.run(id)).status);
  expect(await Promise.all(statuses)).toEqual(["CANCELLED", "FAILED", "CANCELLED"]);
});

test("models with many waiting runs are removed while workers take those runs: nobody is a deadlock's victim", async () => {
  for (const _worker of [1, 2]) setup.startWorker({ pollMs: 5 });
  for (let round = 1; round <= 6; round += 1) {
    const { modelId, datasetId, algorithm, testSize, seed, actorId, requestId } = await setup.run(await setup.train());
    const waiting = { modelId, datasetId, algorithm, testSize, seed, actorId, requestId };
    await setup.database.trainingRun.createMany({ data: Array.from({ length: 48 }, () => waiting) });
    await runAction(removeModel, { name: "titanic", confirmName: "titanic" }, setup.scope);
  }
  expect(await setup.database.trainingRun.count()).toBe(6 * 49);
  expect(await setup.database.trainingRun.count({ where: { status: { in: ["QUEUED", "RUNNING"] } } })).toBe(0);
  const [counted] = await setup.database.$queryRaw<{ deadlocks: number }[]>`
    SELECT deadlocks::int AS deadlocks FROM pg_stat_database WHERE datname = current_database()`;
  expect(counted).toEqual({ deadlocks: 0 });
  expect(await verifyAuditLog.read(setup.scope, {})).toMatchObject({ valid: true });
});
