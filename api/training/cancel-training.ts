import { z } from "zod";
import { defineWrite, type Scope } from "../actions/define-action.ts";
import type { Services } from "../actions/services.ts";
import type { Transaction } from "../platform/database.ts";
import { ConflictError, NotFoundError } from "../platform/errors.ts";
import { changeRun } from "./append-training-event.ts";

export interface TrainingCancelled {
  runId: string;
  model: string;
}

const ended = {
  SUCCEEDED: "has finished already",
  FAILED: "has failed already",
  CANCELLED: "was cancelled already",
} as const;

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
      throw new ConflictError(`The training of ${run.model.name} ${ended[run.status]}, so there is nothing to cancel.`);
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

type CancelScope = Pick<Scope, "actor"> & { services: Pick<Services, "clock" | "pubSub" | "trainingQueue"> };

/** Cancels whatever waits or runs for a model that is being removed. @returns the runs' ids */
export async function cancelRunsOfModel(tx: Transaction, modelId: string, scope: CancelScope): Promise<string[]> {
  const open = await tx.$queryRaw<{ id: string }[]>`
    SELECT id::text AS id FROM training_run
    WHERE model_id = ${modelId}::uuid AND status IN ('QUEUED', 'RUNNING') ORDER BY id FOR UPDATE`;
  for (const run of open) await cancelRun(tx, run, scope);
  return open.map((run) => run.id);
}

/** Cancels a run whose row is locked, and which waits or runs. */
async function cancelRun(tx: Transaction, { id }: { id: string }, scope: CancelScope): Promise<void> {
  const { clock, pubSub, trainingQueue } = scope.services;
  const change = { status: "CANCELLED", finishedAt: clock.now() } as const;
  const message = `Cancelled by ${scope.actor.name}`;
  await changeRun(tx, pubSub, { id }, change, (progress) => ({ type: "CANCELLED", progress, message }));
  await trainingQueue.cancel(tx, id);
}
