import type { Reproduction } from "../../../prisma/client/client.ts";
import type { Database, Transaction } from "../../platform/database.ts";
import { leaseIsOver, leaseOwner } from "../../platform/presence.ts";
import type { PubSub } from "../../platform/pub-sub.ts";
import { mostLosses } from "../claim-run.ts";
import { trainingEnvironment } from "../training-environment.ts";
import type { OwnedReproduction } from "./change-reproduction.ts";
import { failReproduction } from "./end-reproduction.ts";

/**
 * Takes the reproduction that waits longest, as a run is taken: raising its attempt, so that whatever the worker before still writes is
 * void. One that was lost too often is failed instead.
 * @returns null when nothing waits
 */
export async function claimReproduction(
  database: Database,
  pubSub: PubSub,
  leaseMs: number,
): Promise<Reproduction | null> {
  for (;;) {
    const taken = await database.$transaction((tx) => claimInTransaction(tx, pubSub, leaseMs));
    if (taken !== "given up") return taken;
  }
}

async function claimInTransaction(
  tx: Transaction,
  pubSub: PubSub,
  leaseMs: number,
): Promise<Reproduction | "given up" | null> {
  const [waiting] = await tx.$queryRaw<{ id: string; lost: boolean }[]>`
    SELECT id::text AS id, status = 'RUNNING' AS lost FROM reproduction
    WHERE status = 'QUEUED' OR (status = 'RUNNING' AND ${leaseIsOver})
    ORDER BY queued_at, id LIMIT 1 FOR UPDATE SKIP LOCKED`;
  if (!waiting) return null;
  const { id } = waiting;
  const reproduction = await tx.reproduction.findUniqueOrThrow({ where: { id } });
  if (waiting.lost && reproduction.losses + 1 >= mostLosses) {
    await failReproduction(tx, pubSub, reproduction, {
      code: "UNAVAILABLE",
      reason: `The worker was lost ${mostLosses} times with this, so it was given up. Ask for it again.`,
    });
    return "given up";
  }
  await tx.$executeRaw`
    UPDATE reproduction SET status = 'RUNNING', attempt = attempt + 1, progress = 0, message = 'A worker has taken it',
      losses = losses + ${waiting.lost ? 1 : 0}, started_at = COALESCE(started_at, now()), lease_owner = ${leaseOwner},
      lease_until = now() + ${leaseMs} * interval '1 millisecond', environment = ${JSON.stringify(trainingEnvironment())}::jsonb
    WHERE id = ${id}::uuid`;
  await pubSub.publish(tx, "reproduction", { reproductionId: id });
  return tx.reproduction.findUniqueOrThrow({ where: { id } });
}

/** @returns false when it is ours no more */
export async function renewReproduction(
  database: Database,
  { id, attempt }: OwnedReproduction,
  leaseMs: number,
): Promise<boolean> {
  const renewed = await database.$executeRaw`
    UPDATE reproduction SET lease_until = now() + ${leaseMs} * interval '1 millisecond'
    WHERE id = ${id}::uuid AND attempt = ${attempt} AND status = 'RUNNING'`;
  return renewed === 1;
}
