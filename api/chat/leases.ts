import type { Turn } from "../../prisma/client/client.ts";
import type { Database } from "../platform/database.ts";
import { leaseIsOver, leaseOwner } from "../platform/presence.ts";

/** How long a process that seems to live may be silent before another takes its turn over. Renewed at a third of it. */
export const leaseMs = 10_000;
/** How often a turn is begun before it is given up: a turn that kills its process must not do so for ever. */
export const mostAttempts = 3;

/**
 * Takes a turn for this process, when its predecessors in the thread are done and nobody else holds it.
 * @param open the turn; as a whole row, if there is one at hand: what was said does not change
 * @returns the turn, or null: not now
 */
export async function claimTurn(database: Database, open: Turn | Pick<Turn, "id">): Promise<Turn | null> {
  const [lease] = await database.$queryRaw<Pick<Turn, "status" | "attempt" | "leaseOwner" | "leaseUntil">[]>`
    UPDATE turn SET status = 'RUNNING', lease_owner = ${leaseOwner}, attempt = attempt + 1,
      lease_until = now() + ${leaseMs} * interval '1 millisecond'
    WHERE id = ${open.id}
      AND (status = 'QUEUED' OR (status = 'RUNNING' AND ${leaseIsOver}))
      AND NOT EXISTS (
        SELECT 1 FROM turn earlier WHERE earlier.thread_id = turn.thread_id AND earlier.position < turn.position
          AND earlier.status IN ('QUEUED', 'RUNNING'))
    RETURNING status::text, attempt, lease_owner AS "leaseOwner", lease_until AS "leaseUntil"`;
  if (!lease) return null;
  return "message" in open ? { ...open, ...lease } : database.turn.findUniqueOrThrow({ where: { id: open.id } });
}

/** @returns whether the turn is still ours */
export async function renewLease(database: Database, turn: Pick<Turn, "id" | "attempt">): Promise<boolean> {
  const count = await database.$executeRaw`
    UPDATE turn SET lease_until = now() + ${leaseMs} * interval '1 millisecond'
    WHERE id = ${turn.id} AND attempt = ${turn.attempt} AND status = 'RUNNING' AND lease_owner = ${leaseOwner}`;
  return count === 1;
}

/** Hands a turn back at once, so that another process need not wait for the lease to end. */
export async function releaseTurn(database: Database, turn: Pick<Turn, "id" | "attempt">): Promise<void> {
  await database.turn.updateMany({
    where: { id: turn.id, attempt: turn.attempt, status: "RUNNING", leaseOwner },
    data: { status: "QUEUED", leaseUntil: null, attempt: { decrement: 1 } },
  });
}

/** A turn that has not ended. */
export interface OpenTurn {
  id: string;
  threadId: string;
}

/** The thread's oldest turn that has not ended: the one that may be served now, if nobody serves it. */
export function findNextTurn(database: Database, threadId: string): Promise<OpenTurn | null> {
  return database.turn.findFirst({
    where: { threadId, status: { in: ["QUEUED", "RUNNING"] } },
    orderBy: { position: "asc" },
    select: { id: true, threadId: true },
  });
}

/** Turns that nobody serves: the lease is over, or whoever wrote them down died before taking them. The oldest first. */
export function findOrphans(database: Database): Promise<OpenTurn[]> {
  return database.$queryRaw<OpenTurn[]>`
    SELECT id, thread_id::text AS "threadId" FROM turn WHERE (status = 'RUNNING' AND ${leaseIsOver})
      OR (status = 'QUEUED' AND created_at < now() - interval '2 seconds' AND NOT EXISTS (
        SELECT 1 FROM turn earlier WHERE earlier.thread_id = turn.thread_id AND earlier.position < turn.position
          AND earlier.status IN ('QUEUED', 'RUNNING')))
    ORDER BY created_at LIMIT 20`;
}
