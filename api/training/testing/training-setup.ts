import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTestDatabase } from "../../../scripts/testing/database.ts";
import type { Scope } from "../../actions/define-action.ts";
import { runAction } from "../../actions/run-action.ts";
import { localOwner } from "../../identity/actor.ts";
import { openPeople } from "../../identity/people.ts";
import { type ArtifactStore, openArtifactStore } from "../../models/artifacts.ts";
import { embeddedRegistry } from "../../models/registry/registry.ts";
import { systemClock } from "../../platform/clock.ts";
import { openDatabase } from "../../platform/database.ts";
import { openLog } from "../../platform/log.ts";
import { openPubSub } from "../../platform/pub-sub.ts";
import { openPredictor } from "../../predictions/predictor.ts";
import { openTrainingQueue } from "../queue.ts";
import { trainModel } from "../train-model.ts";
import { startTrainingWorker, type TrainingWorkerOptions } from "../worker.ts";

/** A database of its own, with everything that trains and predicts on it; no worker runs until one is started. */
export async function openTrainingSetup() {
  const { url } = await createTestDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), "modelwright-training-"));
  const log = openLog("silent", "test");
  const database = openDatabase({ url });
  const pubSub = await openPubSub(url, log);
  const artifacts = openArtifactStore(dataDir);
  const predictor = openPredictor({ database, artifacts, pubSub, log });
  const trainingQueue = openTrainingQueue(pubSub);
  const webhooks = { allowPrivate: false };
  const removedModelsKeptMs = 30 * 24 * 60 * 60_000;
  const services = {
    database,
    pubSub,
    artifacts,
    registry: embeddedRegistry,
    predictor,
    trainingQueue,
    removedModelsKeptMs,
    webhooks,
    people: openPeople(database, undefined),
    clock: systemClock,
    log,
  };
  const scope: Scope = { actor: localOwner, cause: { requestId: "test" }, services };
  const workers: { stop(): Promise<void> }[] = [];

  function startWorker(options: Partial<TrainingWorkerOptions> = {}) {
    const worker = startTrainingWorker({ ...services, ...options });
    workers.push(worker);
    return worker;
  }

  async function train(input: object = {}): Promise<string> {
    return (await runAction(trainModel, { model: "titanic", ...input }, scope)).runId;
  }

  /** Waits until the run has an event for which `holds`; the events so far. */
  function eventsUntil(runId: string, holds: (event: { type: string; message: string }) => boolean) {
    return new Promise<Awaited<ReturnType<typeof read>>>((resolve, reject) => {
      const stops = [pubSub.listen("training_event", look), pubSub.onGap(look)];
      function look() {
        read().then((events) => {
          if (!events.some(holds)) return;
          for (const stop of stops) stop();
          resolve(events);
        }, reject);
      }
      look();
    });
    function read() {
      return database.trainingEvent.findMany({ where: { runId }, orderBy: { seq: "asc" } });
    }
  }

  return {
    url,
    dataDir,
    database,
    pubSub,
    artifacts,
    registry: embeddedRegistry,
    predictor,
    scope,
    startWorker,
    train,
    eventsUntil,
    ended: (runId: string) => eventsUntil(runId, ({ type }) => ["SUCCEEDED", "FAILED", "CANCELLED"].includes(type)),
    run: (id: string) => database.trainingRun.findUniqueOrThrow({ where: { id } }),
    async close() {
      await Promise.all(workers.map((worker) => worker.stop()));
      await predictor.close();
      await pubSub.close();
      await database.$disconnect();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export type TrainingSetup = Awaited<ReturnType<typeof openTrainingSetup>>;

/** Holds what `sql` locks, in a transaction of its own, until it is let go. */
export async function holdLock({ database }: TrainingSetup, sql: string): Promise<{ release(): Promise<void> }> {
  const letGo = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  const transaction = database.$transaction(
    async (tx) => {
      await tx.$executeRawUnsafe(sql);
      held.resolve();
      await letGo.promise;
    },
    { timeout: 60_000 },
  );
  transaction.catch(held.reject);
  await held.promise;
  return {
    async release() {
      letGo.resolve();
      await transaction;
    },
  };
}

/** A store whose `put` waits: whoever trains with it is in mid-run between `reached` and `release`. */
export function heldArtifacts(artifacts: ArtifactStore): ArtifactStore & { reached: Promise<void>; release(): void } {
  const reached = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  return {
    ...artifacts,
    reached: reached.promise,
    release: released.resolve,
    async put(bytes) {
      reached.resolve();
      await released.promise;
      return artifacts.put(bytes);
    },
  };
}
