import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database.ts";
import type { Logger } from "../../platform/log.ts";
import type { PubSub } from "../../platform/pub-sub.ts";
import type { TrainingQueue } from "../../training/queue.ts";
import type { ArtifactStore } from "../artifacts.ts";
import type { MlflowApi } from "../mlflow-server/mlflow-api.ts";

/** What the mirror of an MLflow server works with. */
export interface RegistryContext {
  api: MlflowApi;
  database: Database;
  artifacts: ArtifactStore;
  pubSub: PubSub;
  trainingQueue: TrainingQueue;
  clock: Clock;
  log: Logger;
  /** What is kept in this process of which versions answer is not so any more. */
  changed(): void;
}

/** What is asked of the server inside of a transaction, which others wait for: all of it together. */
export const writeWithinMs = 8_000;
