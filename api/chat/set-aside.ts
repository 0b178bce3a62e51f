import type { Actor } from "../identity/actor.ts";
import { Prisma, type Transaction } from "../platform/database.ts";
import { NotFoundError } from "../platform/errors.ts";
import { restorableUntil } from "./deleted-threads.ts";
import { noThread } from "./turns.ts";

/** Takes a conversation out of all that reads conversations: its rows are kept aside, as they are. */
export async function setAside(tx: Transaction, id: string, deletedAt: Date): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO deleted_thread (id, deleted_at, actor_id, kept)
    SELECT t.id, ${deletedAt}, t.actor_id, jsonb_build_object(
      'thread', to_jsonb(t),
      'requests', (SELECT coalesce(jsonb_agg(to_jsonb(r)), '[]') FROM pending_request r WHERE r.thread_id = t.id),
      'turns', (SELECT coalesce(jsonb_agg(to_jsonb(u)), '[]') FROM turn u WHERE u.thread_id = t.id),
      'events', (SELECT coalesce(jsonb_agg(to_jsonb(e)), '[]') FROM chat_event e WHERE e.thread_id = t.id))
    FROM thread t WHERE t.id = ${id}::uuid`;
  // Turns, events and open questions go with their thread.
  await tx.thread.delete({ where: { id } });
}

/**
 * Locks a deleted conversation of the actor's own that can be restored still.
 * @returns of how many turns it is
 * @throws {NotFoundError} there is none, it is another's, or its time is over
 */
export async function lockSetAside(tx: Transaction, id: string, actor: Actor, now: Date): Promise<number> {
  const [found] = await tx.$queryRaw<{ actorId: string | null; deletedAt: Date; turns: number | null }[]>`
    SELECT actor_id AS "actorId", deleted_at AS "deletedAt", jsonb_array_length(kept -> 'turns') AS turns
    FROM deleted_thread WHERE id = ${id}::uuid FOR UPDATE`;
  if (!found || (found.actorId !== null && found.actorId !== actor.id)) throw noThread();
  if (found.turns === null || restorableUntil(found.deletedAt) <= now) {
    throw new NotFoundError(
      "This conversation was deleted too long ago to be restored: nothing of it is kept any more.",
    );
  }
  return found.turns;
}

/** Puts it back where conversations are read, row for row. */
export async function putBack(tx: Transaction, id: string): Promise<void> {
  const kept = Prisma.sql`(SELECT kept FROM deleted_thread WHERE id = ${id}::uuid)`;
  await tx.$executeRaw`INSERT INTO thread SELECT * FROM jsonb_populate_record(NULL::thread, ${kept} -> 'thread')`;
  // A turn names the request that it left open.
  await tx.$executeRaw`
    INSERT INTO pending_request SELECT * FROM jsonb_populate_recordset(NULL::pending_request, ${kept} -> 'requests')`;
  await tx.$executeRaw`INSERT INTO turn SELECT * FROM jsonb_populate_recordset(NULL::turn, ${kept} -> 'turns')`;
  await tx.$executeRaw`
    INSERT INTO chat_event SELECT * FROM jsonb_populate_recordset(NULL::chat_event, ${kept} -> 'events')`;
  await tx.deletedThread.delete({ where: { id } });
}
