import { z } from "zod";
import type { Thread } from "../../prisma/client/client.ts";
import type { Actor } from "../identity/actor.ts";
import type { Database, Transaction } from "../platform/database.ts";
import { lockThread, noThread } from "./turns.ts";

/** A conversation's id as a caller gives it. */
export const threadIdInput = z.uuid("must be the id of a conversation: a UUID");

/**
 * Locks a conversation of the actor's own.
 * @throws {NotFoundError} there is none, or it is another's: who asks is not told which
 */
export async function lockOwnThread(tx: Transaction, id: string, actor: Actor): Promise<Thread> {
  if ((await lockThread(tx, id)).actorId !== actor.id) throw noThread();
  return tx.thread.findUniqueOrThrow({ where: { id } });
}

/** Whether it is a conversation of the actor's own. */
export async function isOwnThread(on: Database | Transaction, id: string, actor: Actor): Promise<boolean> {
  return (await on.thread.findUnique({ where: { id }, select: { actorId: true } }))?.actorId === actor.id;
}
