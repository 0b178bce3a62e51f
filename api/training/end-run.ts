import type { TrainingRun } from "../../prisma/client/client.ts";
import { appendAudit } from "../audit/append-audit.ts";
import { lockForRegistration, type Registration, registerVersion } from "../models/register-version.ts";
import type { Database, Transaction } from "../platform/database.ts";
import type { PubSub } from "../platform/pub-sub.ts";
import { appendTrainingEvent } from "./append-training-event.ts";
import { runCause } from "./run-cause.ts";

/** Long enough to wait for others who hold the model or the audit log. */
const transactionOptions = { maxWait: 5_000, timeout: 15_000 };

/** The run that a worker took, as long as it is still the one that has it. */
function owned({ id, attempt }: Pick<TrainingRun, "id" | "attempt">) {
  return { id, attempt, status: "RUNNING" as const };
}

/**
 * Fails a run, with its event and audit event.
 * @returns false when the run is no longer in the hands of this attempt; nothing was changed then
 */
export async function failRun(
  tx: Transaction,
  pubSub: PubSub,
  run: TrainingRun,
  { code, reason }: { code: string; reason: string },
): Promise<boolean> {
  const failed = { status: "FAILED", error: reason, finishedAt: new Date() } as const;
  const { count } = await tx.trainingRun.updateMany({ where: owned(run), data: failed });
  if (count === 0) return false;
  const { name, progress } = await modelAndProgress(tx, run);
  await appendTrainingEvent(tx, pubSub, { runId: run.id, type: "FAILED", progress, message: reason });
  await appendAudit(tx, {
    action: "trainModel",
    outcome: "FAILED",
    ...(await runCause(tx, run)),
    subject: name,
    summary: `The training of ${name} failed: ${reason}`,
    details: {
      code,
      reason,
      input: { runId: run.id, algorithm: run.algorithm, testSize: run.testSize, seed: run.seed },
    },
    before: { status: "RUNNING" },
    after: { status: "FAILED" },
  });
  return true;
}

/**
 * Ends a run with the version that it made: both, or neither.
 * @returns the version's number, or null when the run is no longer in the hands of this attempt
 * @throws {NotFoundError} when the model was removed meanwhile
 */
export function succeedRun(
  database: Database,
  pubSub: PubSub,
  run: TrainingRun,
  trained: Omit<Registration, "run" | "actor" | "cause">,
): Promise<number | null> {
  return database.$transaction(async (tx) => {
    await lockForRegistration(tx, run.modelId);
    const { count } = await tx.trainingRun.updateMany({
      where: owned(run),
      data: {
        status: "SUCCEEDED",
        progress: 1,
        metrics: trained.metrics.map((metric) => ({ ...metric })),
        finishedAt: trained.at,
      },
    });
    if (count === 0) return null;
    const cause = await runCause(tx, run);
    await appendTrainingEvent(tx, pubSub, {
      runId: run.id,
      type: "SUCCEEDED",
      progress: 1,
      message: "Registered as a candidate",
      metrics: trained.metrics,
    });
    const { version } = await registerVersion(tx, pubSub, { ...trained, ...cause, run });
    return version;
  }, transactionOptions);
}

async function modelAndProgress(tx: Transaction, run: TrainingRun): Promise<{ name: string; progress: number }> {
  const { model, progress } = await tx.trainingRun.findUniqueOrThrow({
    where: { id: run.id },
    select: { progress: true, model: { select: { name: true } } },
  });
  return { name: model.name, progress };
}
