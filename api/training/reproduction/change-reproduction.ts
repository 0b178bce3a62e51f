import type { Reproduction } from "../../../prisma/client/client.ts";
import type { Prisma, Transaction } from "../../platform/database.ts";
import type { PubSub } from "../../platform/pub-sub.ts";

/** A reproduction as the worker that took it knows it. */
export type OwnedReproduction = Pick<Reproduction, "id" | "attempt">;

/** Changes a reproduction, as long as this attempt still has it, and tells so. @returns false when it is ours no more */
export async function changeReproduction(
  tx: Transaction,
  pubSub: PubSub,
  { id, attempt }: OwnedReproduction,
  change: Prisma.ReproductionUpdateManyMutationInput,
): Promise<boolean> {
  const { count } = await tx.reproduction.updateMany({ where: { id, attempt, status: "RUNNING" }, data: change });
  if (count === 0) return false;
  await pubSub.publish(tx, "reproduction", { reproductionId: id });
  return true;
}
