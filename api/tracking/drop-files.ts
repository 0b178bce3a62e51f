import type { Database, Transaction } from "../platform/database.ts";
import { loggedModelFolder, runFolder } from "./file-paths.ts";
import { isBelow } from "./files.ts";

/** What is dealt with in one transaction: who restores one of them waits for no more than this. */
const batchSize = 50;

interface Owner {
  id: string;
  experimentId: bigint;
}

/**
 * Takes away the files of runs and logged models that were deleted long enough ago; what they logged besides stays, and a run that is
 * restored later comes back without files. Versions that were registered of them keep theirs.
 * @returns how many runs and logged models had files
 */
export async function dropFilesOfDeleted(
  database: Database,
  { now, keptMs }: { now: Date; keptMs: number },
): Promise<number> {
  const before = new Date(now.getTime() - keptMs);
  let dropped = 0;
  for (const [find, folderOf] of [
    [deletedRuns, runFolder],
    [deletedModels, loggedModelFolder],
  ] as const) {
    for (;;) {
      const count = await database.$transaction(async (tx) => {
        const owners = await find(tx, before);
        for (const owner of owners) await tx.$executeRaw`DELETE FROM logged_file WHERE ${isBelow(folderOf(owner))}`;
        return owners.length;
      });
      if (count === 0) break;
      dropped += count;
    }
  }
  return dropped;
}

/** Locked until the transaction ends: one that is restored meanwhile is none of them. */
function deletedRuns(tx: Transaction, before: Date): Promise<Owner[]> {
  return tx.$queryRaw`
    SELECT r.id, r.experiment_id AS "experimentId" FROM program_run r
    WHERE r.deleted_at <= ${before} AND EXISTS (SELECT FROM logged_file f
      WHERE f.path > r.experiment_id || '/' || r.id || '/artifacts/' AND f.path < r.experiment_id || '/' || r.id || '/artifacts0')
    LIMIT ${batchSize} FOR UPDATE OF r SKIP LOCKED`;
}

function deletedModels(tx: Transaction, before: Date): Promise<Owner[]> {
  return tx.$queryRaw`
    SELECT l.id, l.experiment_id AS "experimentId" FROM logged_model l
    WHERE l.deleted_at <= ${before} AND EXISTS (SELECT FROM logged_file f
      WHERE f.path > l.experiment_id || '/models/' || l.id || '/artifacts/'
        AND f.path < l.experiment_id || '/models/' || l.id || '/artifacts0')
    LIMIT ${batchSize} FOR UPDATE OF l SKIP LOCKED`;
}
