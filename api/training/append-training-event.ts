import type { TrainingEventType } from "../../prisma/client/client.ts";
import type { Metric } from "../models/metric.ts";
import type { Prisma, Transaction } from "../platform/database.ts";
import type { PubSub } from "../platform/pub-sub.ts";

/** What an event tells, besides which run it is of and its place among that run's events. */
export interface TrainingNews {
  type: TrainingEventType;
  progress: number;
  message: string;
  metrics?: Metric[];
}

/**
 * Changes a run and appends the event that tells of it: the row first, its seq the next one under the run's lock, then the notice,
 * which goes out when the transaction commits. One update does both: at a second one of the same row in a transaction PostgreSQL
 * checks the row's foreign keys again, and so locks the model after the run, against the order of everybody else.
 * @param where which run, and what it must still be
 * @param news what to tell; a function is given the run's progress
 * @returns false when the run is not so any more; nothing was changed then
 */
export async function changeRun(
  tx: Transaction,
  pubSub: PubSub,
  where: Prisma.TrainingRunWhereInput & { id: string },
  change: Omit<Prisma.TrainingRunUpdateManyMutationInput, "lastSeq">,
  news: TrainingNews | ((progress: number) => TrainingNews),
): Promise<boolean> {
  const [changed] = await tx.trainingRun.updateManyAndReturn({
    where,
    data: { ...change, lastSeq: { increment: 1 } },
    select: { lastSeq: true, progress: true },
  });
  if (!changed) return false;
  const told = typeof news === "function" ? news(changed.progress) : news;
  await insertTrainingEvent(tx, pubSub, { runId: where.id, seq: changed.lastSeq, ...told });
  return true;
}

/** Appends an event to a run that changes in nothing else. */
export async function appendTrainingEvent(
  tx: Transaction,
  pubSub: PubSub,
  { runId, ...news }: TrainingNews & { runId: string },
): Promise<void> {
  if (!(await changeRun(tx, pubSub, { id: runId }, {}, news))) throw new Error(`there is no training run ${runId}`);
}

/** The event's row and notice; `seq` was taken by the update of the run's row. */
export async function insertTrainingEvent(
  tx: Transaction,
  pubSub: PubSub,
  { runId, seq, type, progress, message, metrics = [] }: TrainingNews & { runId: string; seq: number },
): Promise<void> {
  await tx.trainingEvent.create({
    data: { runId, seq, type, progress, message, metrics: metrics.map((metric) => ({ ...metric })) },
  });
  await pubSub.publish(tx, "training_event", { runId });
}
