import { z } from "zod";
import { defineWrite, type Scope } from "../actions/define-action.ts";
import type { Transaction } from "../platform/database.ts";
import { ConflictError, NotFoundError } from "../platform/errors.ts";
import { appendTrainingEvent } from "./append-training-event.ts";

export interface TrainingCancelled {
  runId: string;
  model: string;
}

/** Cancels a run that waits or runs: at once, in the database; a worker that has it stops within a second. */
export const cancelTraining = defineWrite({
  name: "cancelTraining",
  title: "Cancel a training",
  description: "Cancels a training run that waits or runs. No version comes of it.",
  risk: "write",
  permission: "training:write",
  input: z.object({ runId: z.uuid("must be the id of a training run: a UUID") }),
  subject: ({ runId }) => ({ subject: runId }),
  async plan(tx, { runId }) {
    await tx.$queryRaw`SELECT 1 FROM training_run WHERE id = ${runId}::uuid FOR UPDATE`;
    const run = await tx.trainingRun.findUnique({
      where: { id: runId },
      include: { model: { select: { name: true } } },
    });
    if (!run) throw new NotFoundError("There is no such training run.");
    if (run.status !== "QUEUED" && run.status !== "RUNNING") {
      throw new ConflictError(`The training of ${run.model.name} has ${run.status.toLowerCase()} already.`);
    }
    return {
      run,
      effects: [`The training of ${run.model.name} is cancelled; no version comes of it.`],
      gates: [],
      basis: { run: run.id, status: run.status },
    };
  },
  async execute(tx, { runId }, { run }, scope) {
    await cancelRun(tx, run, scope);
    const result: TrainingCancelled = { runId, model: run.model.name };
    return {
      result,
      audit: {
        summary: `Cancelled a training of ${run.model.name}.`,
        details: { runId, status: run.status },
        subject: run.model.name,
        before: { status: run.status },
        after: { status: "CANCELLED" },
      },
    };
  },
});

/** Cancels whatever waits or runs for a model that is being removed. @returns the runs' ids */
export async function cancelRunsOfModel(tx: Transaction, modelId: string, scope: Scope): Promise<string[]> {
  const open = await tx.$queryRaw<{ id: string; progress: number }[]>`
    SELECT id::text AS id, progress FROM training_run
    WHERE model_id = ${modelId}::uuid AND status IN ('QUEUED', 'RUNNING') ORDER BY id FOR UPDATE`;
  for (const run of open) await cancelRun(tx, run, scope);
  return open.map((run) => run.id);
}

/** Cancels a run whose row is locked, and which waits or runs. */
async function cancelRun(tx: Transaction, run: { id: string; progress: number }, scope: Scope): Promise<void> {
  const { clock, pubSub, trainingQueue } = scope.services;
  await tx.trainingRun.update({ where: { id: run.id }, data: { status: "CANCELLED", finishedAt: clock.now() } });
  await appendTrainingEvent(tx, pubSub, {
    runId: run.id,
    type: "CANCELLED",
    progress: run.progress,
    message: `Cancelled by ${scope.actor.name}`,
  });
  await trainingQueue.cancel(tx, run.id);
}
