import { z } from "zod";
import type { Thread } from "../../prisma/client/client.ts";
import type { Actor } from "../identity/actor.ts";
import type { Transaction } from "../platform/database.ts";
import { NotFoundError } from "../platform/errors.ts";
import { lockThread } from "./turns.ts";

/** A conversation's id as a caller gives it. */
export const threadIdInput = z.uuid("must be the id of a conversation: a UUID");

/**
 * Locks a conversation of the actor's own.
 * @throws {NotFoundError} there is none, or it is another's: who asks is not told which
 */
export async function lockOwnThread(tx: Transaction, id: string, actor: Actor): Promise<Thread> {
  await lockThread(tx, id);
  const thread = await tx.thread.findFirst({ where: { id, actorId: actor.id } });
  if (!thread) throw new NotFoundError("There is no such conversation.");
  return thread;
}
