import type { Transaction } from "../platform/database.ts";
import type { PubSub } from "../platform/pub-sub.ts";

/** The way to the workers: the runs' own rows are the queue, notices only save the wait for the next look. */
export interface TrainingQueue {
  /** Tells the workers, once the transaction commits, that a run waits. */
  enqueue(tx: Transaction, runId: string): Promise<void>;
  /** Tells the worker that has the run, once the transaction commits, that it was cancelled. */
  cancel(tx: Transaction, runId: string): Promise<void>;
}

export function openTrainingQueue(pubSub: PubSub): TrainingQueue {
  return {
    enqueue: (tx, runId) => pubSub.publish(tx, "training_queued", { runId }),
    cancel: (tx, runId) => pubSub.publish(tx, "training_cancel", { runId }),
  };
}
