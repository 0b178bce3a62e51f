import type { Database, Transaction } from "../platform/database.ts";
import { NotFoundError } from "../platform/errors.ts";

/** @throws {NotFoundError} there was a conversation of this id, which is deleted: its id is not given again */
export async function checkNotDeleted(on: Transaction | Database, id: string): Promise<void> {
  if (!(await on.deletedThread.findUnique({ where: { id }, select: { id: true } }))) return;
  throw new NotFoundError("This conversation was deleted. Begin a new one, with another threadId or none.");
}
