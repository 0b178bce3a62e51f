import type { Database } from "../platform/database.ts";
import type { Logger } from "../platform/log.ts";
import { observeNumber } from "../platform/telemetry.ts";

/** Often enough for workers to be started by it, seldom enough for a log. */
const everyMs = 30_000;

/**
 * Tells how many runs are queued or running, to the log (`trainingQueueDepth`) and the metrics: by it workers are started and stopped,
 * where that is done; so it's for processes to tell that run when no worker does. @returns how to stop
 */
export function tellQueueDepth(database: Database, log: Logger): () => void {
  const read = () => database.trainingRun.count({ where: { status: { in: ["QUEUED", "RUNNING"] } } });
  const stopObserving = observeNumber("modelwright.training.queue_depth", read);
  const tell = () =>
    read().then(
      (trainingQueueDepth) => log.info({ trainingQueueDepth }, "training queue"),
      // The next one tells again.
      (error: unknown) => log.debug({ err: error }, "the training queue could not be counted"),
    );
  const timer = setInterval(() => void tell(), everyMs);
  void tell();
  return () => {
    clearInterval(timer);
    stopObserving();
  };
}
