import { afterEach, beforeEach, expect, test } from "vitest";
import { planAction, runAction, runRead } from "../actions/run-action.ts";
import { holdLock, openTrainingSetup, type TrainingSetup } from "../training/testing/training-setup.ts";
import { archiveVersion } from "./archive-version.ts";
import { describeModel } from "./describe-model.ts";
import { applyProductionScope } from "./production-scope.ts";
import { promoteVersion } from "./promote-version.ts";
import { removeModel } from "./remove-model.ts";

let setup: TrainingSetup;
beforeEach(async () => {
  setup = await openTrainingSetup();
});
afterEach(() => setup.close());

const removal = { name: "titanic", confirmName: "titanic", inProduction: true };
const effects = async () => {
  const { plan } = await planAction(removeModel, removal, setup.scope, new Date(Date.now() + 60_000));
  return plan.effects;
};

test("the plan says how many versions and runs go, be it none, one or more", async () => {
  const waiting = await setup.train();
  expect((await effects()).slice(0, 2)).toEqual([
    "titanic is removed from the registry; it has no version yet.",
    "1 training run is cancelled.",
  ]);
  setup.startWorker();
  await setup.ended(waiting);
  expect((await effects())[0]).toBe("titanic and its one version are removed from the registry.");
  await setup.ended(await setup.train());
  expect((await effects())[0]).toBe("titanic and its 2 versions are removed from the registry.");
});

test("a model that was removed is spoken of as removed: when, by whom, and how it comes back", async () => {
  await expect(runRead(describeModel, { model: "titanic" }, setup.scope)).rejects.toThrow("not trained yet");
  await setup.train();
  const { removedAt } = await runAction(removeModel, removal, setup.scope);
  const day = removedAt.slice(0, 10);
  const removed = {
    code: "NOT_FOUND",
    model: "titanic",
    removedBy: "local owner",
    message: expect.stringMatching(
      new RegExp(
        `^The model titanic was removed by local owner on ${day} \\d\\d:\\d\\d UTC\\. Training it registers it anew`,
      ),
    ),
  };
  await expect(runRead(describeModel, { model: "titanic" }, setup.scope)).rejects.toMatchObject(removed);
  await expect(runAction(promoteVersion, { model: "titanic", version: 1 }, setup.scope)).rejects.toMatchObject(removed);
  await expect(runAction(removeModel, removal, setup.scope)).rejects.toMatchObject(removed);
  await setup.train();
  expect(await runRead(describeModel, { model: "titanic" }, setup.scope)).toMatchObject({ version: null });
});

test("who trains while the model is being removed trains it anew", async () => {
  await setup.train();
  const [, runId] = await Promise.all([runAction(removeModel, removal, setup.scope), setup.train()]);
  const { modelId } = await setup.run(runId);
  const removedFirst = (await setup.run(runId)).status === "QUEUED";
  const { removedAt } = await setup.database.model.findUniqueOrThrow({ where: { id: modelId } });
  expect(removedAt === null).toBe(removedFirst);
});

test("under REGISTRY a promotion waits for who is taking its predecessor off production, and then replaces nothing", async () => {
  setup.startWorker();
  for (const model of ["titanic", "penguins"]) await setup.ended(await setup.train({ model }));
  await applyProductionScope(setup.database, "REGISTRY");
  for (const takeOff of [
    () => runAction(archiveVersion, { model: "titanic", version: 1 }, setup.scope),
    () => runAction(removeModel, removal, setup.scope),
  ]) {
    await runAction(promoteVersion, { model: "titanic", version: 1 }, setup.scope);
    const stageLog = await holdLock(setup, "SELECT pg_advisory_xact_lock(7305003)");
    const takingOff = takeOff();
    await expect.poll(waiting).toBe(1);
    const promoting = runAction(promoteVersion, { model: "penguins", version: 1 }, setup.scope);
    await expect.poll(waiting).toBe(2);
    await stageLog.release();
    await Promise.all([takingOff, promoting]);
  }
  // Each change begins at the stage at which the one before ended.
  const stages = new Map<string | null, string>();
  for (const { versionId, fromStage, toStage } of await setup.database.stageChange.findMany({
    orderBy: { id: "asc" },
  })) {
    if (versionId !== null) expect(fromStage).toBe(stages.get(versionId) ?? null);
    stages.set(versionId, toStage);
  }
});

/** How many connections to this database wait for a lock. */
async function waiting(): Promise<number | undefined> {
  const [row] = await setup.database.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  return row?.count;
}

test("of a model that was never trained nothing is to be taken away, nor trained for that", async () => {
  const nothing = (verb: string) => `The model titanic is not trained yet. There is nothing to ${verb}.`;
  await expect(runAction(removeModel, removal, setup.scope)).rejects.toThrow(nothing("remove"));
  const archived = runAction(archiveVersion, { model: "titanic", version: 1 }, setup.scope);
  await expect(archived).rejects.toThrow(nothing("archive"));
  const promoted = runAction(promoteVersion, { model: "titanic", version: 1 }, setup.scope);
  await expect(promoted).rejects.toThrow('Train it first: say "train titanic".');
});
