import type { Database } from "../platform/database.ts";
import { leaseIsOver, leaseOwner } from "../platform/presence.ts";
import type { Answer } from "./send.ts";

/** Then a delivery is given up: about 20 hours after the first attempt. */
export const mostAttempts = 10;
const firstWaitMs = 5_000;
const longestWaitMs = 6 * 3_600_000;

/**
 * How long to wait after that many attempts: four times as long each time, up to six hours, and by chance up to a fifth less or more, so
 * that what failed together does not come back together.
 */
export function waitMs(attempts: number, random = Math.random): number {
  const plain = Math.min(firstWaitMs * 4 ** (attempts - 1), longestWaitMs);
  return Math.round(plain * (0.8 + 0.4 * random()));
}

/** A delivery that was taken, with what it takes to send it. */
export interface TakenDelivery {
  id: string;
  webhookId: string;
  /** This one included; also what says that the delivery is still ours. */
  attempts: number;
  body: string;
  url: string;
  secret: string;
}

/**
 * Takes the delivery that is due the longest, of a webhook that is on and not among those busy. Taking counts as an attempt, so that one
 * that kills its worker does not do so for ever.
 * @returns null when none is due
 */
export async function takeDelivery(
  database: Database,
  busy: readonly string[],
  leaseMs: number,
): Promise<TakenDelivery | null> {
  const [taken] = await database.$queryRaw<TakenDelivery[]>`
    UPDATE webhook_delivery d
    SET attempts = d.attempts + 1, lease_owner = ${leaseOwner}, lease_until = now() + ${leaseMs} * interval '1 millisecond'
    FROM webhook w
    WHERE w.id = d.webhook_id AND d.id = (
      SELECT id FROM webhook_delivery
      WHERE status = 'PENDING' AND next_attempt_at <= now() AND ${leaseIsOver}
        AND webhook_id <> ALL(${[...busy]}::uuid[])
        AND EXISTS (SELECT 1 FROM webhook WHERE webhook.id = webhook_delivery.webhook_id AND webhook.active)
      ORDER BY next_attempt_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING d.id::text AS id, d.webhook_id::text AS "webhookId", d.attempts, d.body, w.url, w.secret`;
  return taken ?? null;
}

/** Puts a delivery back whose attempt was broken off: it does not count, and the next worker need not wait. */
export async function handBackDelivery(database: Database, { id, attempts }: TakenDelivery): Promise<void> {
  await database.$executeRaw`
    UPDATE webhook_delivery SET attempts = attempts - 1, lease_owner = NULL, lease_until = NULL
    WHERE id = ${id}::uuid AND attempts = ${attempts} AND status = 'PENDING'`;
}

/** How an attempt came out. */
export type Attempt = { durationMs: number } & ({ answer: Answer } | { error: string });

/** Receivers say so that they want no more. */
const gone = 410;

/** Writes down how an attempt came out, and when there is to be another. Nothing, when the delivery is ours no more. */
export async function endAttempt(
  database: Database,
  { id, webhookId, attempts }: TakenDelivery,
  attempt: Attempt,
  wait: (attempts: number) => number = waitMs,
): Promise<"DELIVERED" | "PENDING" | "FAILED"> {
  const answer = "answer" in attempt ? attempt.answer : null;
  const delivered = answer !== null && answer.status >= 200 && answer.status < 300;
  const unwanted = answer?.status === gone;
  const status = delivered ? "DELIVERED" : unwanted || attempts >= mostAttempts ? "FAILED" : "PENDING";
  const error = "error" in attempt ? attempt.error : delivered ? null : `It was answered with ${answer?.status}.`;
  const waitedMs = status === "PENDING" ? wait(attempts) : 0;
  await database.$transaction(async (tx) => {
    await tx.$executeRaw`
      UPDATE webhook_delivery SET status = ${status}::"DeliveryStatus", lease_owner = NULL, lease_until = NULL,
        response_code = ${answer?.status ?? null}::int, response_excerpt = ${answer?.excerpt ?? null}, error = ${error},
        duration_ms = ${Math.round(attempt.durationMs)}::int,
        next_attempt_at = now() + ${waitedMs} * interval '1 millisecond',
        finished_at = CASE WHEN ${status} = 'PENDING' THEN NULL ELSE now() END
      WHERE id = ${id}::uuid AND attempts = ${attempts} AND status = 'PENDING'`;
    if (!unwanted) return;
    const inactiveReason = "The receiver answered with 410: it wants no more.";
    await tx.webhook.update({ where: { id: webhookId }, data: { active: false, inactiveReason } });
    await tx.webhookDelivery.updateMany({
      where: { webhookId, status: "PENDING" },
      data: { status: "FAILED", error: inactiveReason, finishedAt: new Date() },
    });
  });
  return status;
}
