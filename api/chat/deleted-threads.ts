import { type Database, Prisma, type Transaction } from "../platform/database.ts";
import { NotFoundError } from "../platform/errors.ts";

/** Long enough to notice a mistake, and no longer: what was asked to be deleted is to be gone. */
const keptMs = 60 * 60_000;

/** Until when a conversation can be restored. */
export function restorableUntil(deletedAt: Date): Date {
  return new Date(deletedAt.getTime() + keptMs);
}

/** @throws {NotFoundError} there was a conversation of this id, which is deleted: its id is not given again */
export async function checkNotDeleted(on: Transaction | Database, id: string): Promise<void> {
  if (!(await on.deletedThread.findUnique({ where: { id }, select: { id: true } }))) return;
  throw new NotFoundError("This conversation was deleted. Begin a new one, with another threadId or none.");
}

/** Forgets what was deleted, once it can't be restored any more; the ids stay. @returns of how many conversations */
export async function forgetDeletedThreads(database: Database, now: Date): Promise<number> {
  const { count } = await database.deletedThread.updateMany({
    where: { actorId: { not: null }, deletedAt: { lte: new Date(now.getTime() - keptMs) } },
    data: { actorId: null, kept: Prisma.DbNull },
  });
  return count;
}
