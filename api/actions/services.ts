import type { People } from "../identity/people.ts";
import type { ArtifactStore } from "../models/artifacts.ts";
import type { Clock } from "../platform/clock.ts";
import type { Database } from "../platform/database.ts";
import type { Logger } from "../platform/log.ts";
import type { PubSub } from "../platform/pub-sub.ts";
import type { Predictor } from "../predictions/predictor.ts";
import type { TrainingQueue } from "../training/queue.ts";
import type { WebhookRules } from "../webhooks/webhook-url.ts";

/** What actions work with. Made once by the composition root. */
export interface Services {
  database: Database;
  pubSub: PubSub;
  artifacts: ArtifactStore;
  predictor: Predictor;
  trainingQueue: TrainingQueue;
  webhooks: WebhookRules;
  people: People;
  /** How long a removed model can be restored. */
  removedModelsKeptMs: number;
  clock: Clock;
  log: Logger;
}
