import type { TrainingRun } from "../../prisma/client/client.ts";
import type { Database, Transaction } from "../platform/database.ts";
import { leaseIsOver, leaseOwner } from "../platform/presence.ts";
import type { PubSub } from "../platform/pub-sub.ts";
import { changeRun, insertTrainingEvent } from "./append-training-event.ts";
import { failRun } from "./end-run.ts";
import { trainingEnvironment } from "./training-environment.ts";

/** How often a worker may be lost with a run before it is given up: a run that kills its worker must not do so for ever. */
export const mostLosses = 3;

/**
 * Takes the run that waits longest: a queued one, or one whose worker died or let its lease lapse. Taking it raises its attempt, so that
 * whatever the worker before still writes is void. A run that was lost too often is failed instead.
 * @param leaseMs how long the run is ours without a renewal, by the database's clock
 * @returns null when nothing waits
 */
export async function claimRun(database: Database, pubSub: PubSub, leaseMs: number): Promise<TrainingRun | null> {
  for (;;) {
    const taken = await database.$transaction((tx) => claimInTransaction(tx, pubSub, leaseMs));
    if (taken !== "given up") return taken;
  }
}

async function claimInTransaction(
  tx: Transaction,
  pubSub: PubSub,
  leaseMs: number,
): Promise<TrainingRun | "given up" | null> {
  const [waiting] = await tx.$queryRaw<{ id: string; lost: boolean }[]>`
    SELECT id::text AS id, status = 'RUNNING' AS lost FROM training_run
    WHERE status = 'QUEUED' OR (status = 'RUNNING' AND ${leaseIsOver})
    ORDER BY queued_at, id LIMIT 1 FOR UPDATE SKIP LOCKED`;
  if (!waiting) return null;
  const run = await tx.trainingRun.findUniqueOrThrow({ where: { id: waiting.id } });
  if (waiting.lost && (await lossesOf(tx, run)) >= mostLosses) {
    await failRun(tx, pubSub, run, {
      code: "UNAVAILABLE",
      reason: `The worker was lost ${mostLosses} times while it trained this, so it was given up. Train again.`,
    });
    return "given up";
  }
  const environment = JSON.stringify(trainingEnvironment());
  // The event's seq is taken here too: see changeRun for why a second update would be wrong.
  await tx.$executeRaw`
    UPDATE training_run SET status = 'RUNNING', attempt = attempt + 1, progress = 0, last_seq = last_seq + 1,
      started_at = COALESCE(started_at, now()), lease_owner = ${leaseOwner}, environment = ${environment}::jsonb,
      lease_until = now() + ${leaseMs} * interval '1 millisecond'
    WHERE id = ${run.id}::uuid`;
  await insertTrainingEvent(tx, pubSub, {
    runId: run.id,
    seq: run.lastSeq + 1,
    type: run.attempt === 0 ? "STARTED" : "RETRIED",
    progress: 0,
    message:
      run.attempt === 0
        ? "A worker has taken the run"
        : `${waiting.lost ? "The worker was lost" : "The worker was stopped"}; another begins anew (attempt ${run.attempt + 1})`,
  });
  return tx.trainingRun.findUniqueOrThrow({ where: { id: run.id } });
}

/** Attempts that ended without being handed back, the present one included. Each return to the queue left an event. */
async function lossesOf(tx: Transaction, run: TrainingRun): Promise<number> {
  const queued = await tx.trainingEvent.count({ where: { runId: run.id, type: "QUEUED" } });
  return run.attempt - (queued - 1);
}

/** A run as the worker that took it knows it. */
export type OwnedRun = Pick<TrainingRun, "id" | "attempt">;

/** @returns false when the run is ours no more: cancelled, taken over, or removed */
export async function renewRun(database: Database, { id, attempt }: OwnedRun, leaseMs: number): Promise<boolean> {
  const renewed = await database.$executeRaw`
    UPDATE training_run SET lease_until = now() + ${leaseMs} * interval '1 millisecond'
    WHERE id = ${id}::uuid AND attempt = ${attempt} AND status = 'RUNNING'`;
  return renewed === 1;
}

/** Puts a run back for another worker, which need not wait for the lease to lapse. @returns false when it was ours no more */
export function handBackRun(database: Database, pubSub: PubSub, { id, attempt }: OwnedRun): Promise<boolean> {
  return database.$transaction(async (tx) => {
    const owned = { id, attempt, status: "RUNNING" } as const;
    const message = "The worker is stopping; the run waits for the next one";
    const news = { type: "QUEUED", progress: 0, message } as const;
    if (!(await changeRun(tx, pubSub, owned, { status: "QUEUED", progress: 0 }, news))) return false;
    await pubSub.publish(tx, "training_queued", { runId: id });
    return true;
  });
}
