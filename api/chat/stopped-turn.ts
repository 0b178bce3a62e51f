import type { Cause } from "../audit/audit-events.ts";
import type { Transaction } from "../platform/database.ts";
import { ConflictError } from "../platform/errors.ts";

type Acting = Pick<Cause, "turnId" | "answer">;

/** The turn in which an act happens: the one that answered the question, if it waited for an answer. */
export function actingTurn({ turnId, answer }: Acting): string | undefined {
  return answer?.turnId ?? turnId;
}

/**
 * Holds the turn in which an act happens until the act's transaction is over: it is stopped before the act, which then does not happen,
 * or after it, and then tells of it.
 * @throws {ConflictError} the turn was stopped, or has ended otherwise
 */
export async function holdTurn(tx: Transaction, cause: Acting): Promise<void> {
  const id = actingTurn(cause);
  if (!id) return;
  const [turn] = await tx.$queryRaw<{ ended: boolean }[]>`
    SELECT status NOT IN ('QUEUED', 'RUNNING') AS ended FROM turn WHERE id = ${id} FOR SHARE`;
  if (turn?.ended) throw new ConflictError("The reply was stopped before this was done, so nothing was changed.");
}
