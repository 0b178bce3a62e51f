import type { TrainingEventType } from "../../prisma/client/client.ts";
import type { Transaction } from "../platform/database.ts";
import type { PubSub } from "../platform/pub-sub.ts";
import type { Metric } from "./metrics.ts";

/**
 * Appends an event to a run: the row first, its seq the next one under the run's lock, then the notice, which goes out when the
 * transaction commits.
 */
export async function appendTrainingEvent(
  tx: Transaction,
  pubSub: PubSub,
  event: { runId: string; type: TrainingEventType; progress: number; message: string; metrics?: Metric[] },
): Promise<void> {
  const { runId, type, progress, message, metrics = [] } = event;
  const { lastSeq } = await tx.trainingRun.update({
    where: { id: runId },
    data: { lastSeq: { increment: 1 } },
    select: { lastSeq: true },
  });
  await tx.trainingEvent.create({
    data: { runId, seq: lastSeq, type, progress, message, metrics: metrics.map((metric) => ({ ...metric })) },
  });
  await pubSub.publish(tx, "training_event", { runId });
}
