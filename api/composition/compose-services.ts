import type { Services } from "../actions/services.ts";
import type { Environment } from "../environment.ts";
import { openPeople } from "../identity/people.ts";
import { openArtifactStore } from "../models/artifacts.ts";
import { systemClock } from "../platform/clock.ts";
import { openDatabase } from "../platform/database.ts";
import type { Logger } from "../platform/log.ts";
import { openPubSub } from "../platform/pub-sub.ts";
import { openPredictor } from "../predictions/predictor.ts";
import { openTrainingQueue } from "../training/queue.ts";

/** Plain objects in dependency order; what is opened here is closed by `close`, in the other direction. */
export async function composeServices(environment: Environment, log: Logger) {
  const clock = systemClock;
  const database = openDatabase({ url: environment.databaseUrl });
  const pubSub = await openPubSub(environment.databaseUrl, log);
  const bucket = environment.artifacts && (await openBucket(environment.artifacts));
  const artifacts = bucket ?? openArtifactStore(environment.dataDir);
  const predictor = openPredictor({ database, artifacts, pubSub, log });
  const trainingQueue = openTrainingQueue(pubSub);
  const { webhooks } = environment;
  const people = openPeople(database, environment.signIn?.roles);
  const { removedModelsKeptMs } = environment.registry;
  const services: Services = {
    database,
    pubSub,
    artifacts,
    predictor,
    trainingQueue,
    removedModelsKeptMs,
    webhooks,
    people,
    clock,
    log,
  };
  return {
    services,
    /** @throws when it can't do its work right now */
    async checkReady() {
      await database.$queryRaw`SELECT 1`;
      if (!pubSub.connected) throw new Error("the connection for notices is down");
    },
    async close() {
      await predictor.close();
      await pubSub.close();
      await database.$disconnect();
      bucket?.close();
    },
  };
}

/** Loaded only when model files are kept in a bucket. */
async function openBucket(options: NonNullable<Environment["artifacts"]>) {
  const { openBucketArtifacts } = await import("../models/bucket-artifacts.ts");
  return openBucketArtifacts(options);
}
