import type { TrainingRun } from "../../prisma/client/client.ts";
import type { Cause } from "../audit/audit-events.ts";
import { actorName } from "../identity/actor-name.ts";
import type { Transaction } from "../platform/database.ts";

/** Who started a run, and because of which message: what the worker does for it is done in their name. */
export async function runCause(
  tx: Transaction,
  run: Pick<TrainingRun, "actorId" | "turnId" | "requestId">,
): Promise<{ actor: { id: string; name: string }; cause: Cause }> {
  const turn = run.turnId === null ? null : await tx.turn.findUnique({ where: { id: run.turnId } });
  return {
    actor: { id: run.actorId, name: await actorName(tx, run.actorId) },
    cause: {
      requestId: run.requestId,
      ...(run.turnId === null ? {} : { turnId: run.turnId }),
      ...(turn ? { threadId: turn.threadId, message: turn.message } : {}),
    },
  };
}
