import type { Services } from "../actions/services.ts";
import type { Environment } from "../environment.ts";
import { openPeople } from "../identity/people.ts";
import { openArtifactStore } from "../models/artifacts.ts";
import { applyRegistry } from "../models/registry/apply-registry.ts";
import { embeddedRegistry } from "../models/registry/registry.ts";
import type { RegistryContext } from "../models/registry/registry-context.ts";
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
  const { removedModelsKeptMs, mlflow } = environment.registry;
  const stores = { database, artifacts, pubSub, trainingQueue, clock, log };
  const server = mlflow && (await openServer(mlflow, { ...stores, changed: () => predictor.invalidate() }));
  await applyRegistry(database, server?.server ?? null);
  const services: Services = {
    database,
    pubSub,
    artifacts,
    registry: server ?? embeddedRegistry,
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
    /** Looks for what others change where the registry is; does nothing where it is here. @returns how to stop that */
    followRegistry: (): (() => Promise<void>) =>
      server && mlflow ? server.follow(mlflow.followEveryMs).stop : async () => {},
    /** @throws when it can't do its work right now */
    async checkReady() {
      await database.$queryRaw`SELECT 1`;
      if (!pubSub.connected) throw new Error("the connection for notices is down");
    },
    /** Reading and predicting go on without the registry's server: who sends work here need not look elsewhere, but may want to know. */
    tellHealth: () => (server ? { registry: server.reachable() ? "mlflow" : "mlflow, which does not answer" } : {}),
    async close() {
      await predictor.close();
      await pubSub.close();
      await database.$disconnect();
      bucket?.close();
    },
  };
}

/** Loaded only when an MLflow server is the registry. */
async function openServer(
  { trackingUri, credentials }: NonNullable<Environment["registry"]["mlflow"]>,
  context: Omit<RegistryContext, "api">,
) {
  const [{ openMlflow }, { openMlflowRegistry }] = await Promise.all([
    import("../models/mlflow-server/mlflow-api.ts"),
    import("../models/registry/mlflow-registry.ts"),
  ]);
  return openMlflowRegistry({ ...context, api: openMlflow(trackingUri, credentials, mlflowTimes) });
}

/** Acts wait for an answer, people for acts; a file of 200 MiB may take minutes. */
const mlflowTimes = { answerWithinMs: 10_000, fileWithinMs: 10 * 60_000, repeatChanges: false };

/** Loaded only when model files are kept in a bucket. */
async function openBucket(options: NonNullable<Environment["artifacts"]>) {
  const { openBucketArtifacts } = await import("../models/bucket-artifacts.ts");
  return openBucketArtifacts(options);
}
