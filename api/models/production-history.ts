import type { StageChange } from "../../prisma/client/client.ts";

type Change = Pick<StageChange, "versionId" | "toStage" | "fromStage" | "reason">;

/**
 * The versions that a rollback can go back to, the newest last, read off the stage changes in their order. A promotion puts a
 * version on top; a rollback takes the one that it left off again, so that two rollbacks go back two steps; taking the top one off
 * production leaves it on top, so that a rollback brings it back.
 * @returns ids of versions; the last is in production, or was the last that was
 */
export function productionStack(changes: readonly Change[]): string[] {
  const stack: string[] = [];
  for (const { versionId, toStage, reason } of changes) {
    if (versionId === null || toStage !== "PRODUCTION") continue;
    if (reason !== "ROLLED_BACK") stack.push(versionId);
    else stack.length = Math.max(stack.lastIndexOf(versionId) + 1, 0) || stack.push(versionId);
  }
  return stack;
}
