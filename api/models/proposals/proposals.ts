import { z } from "zod";
import type { Model, ModelVersion, Proposal, ProposalStatus } from "../../../prisma/client/client.ts";
import type { Transaction } from "../../platform/database.ts";
import { ConflictError, NotFoundError } from "../../platform/errors.ts";

export const proposalId = z.uuid("is no id of a proposal");

export type WaitingProposal = Proposal & { model: Model; version: ModelVersion };

/** One that was not decided in time reads as expired, also before that was written down. */
export function statusOf({ status, expiresAt }: Pick<Proposal, "status" | "expiresAt">, now: Date): ProposalStatus {
  return status === "PROPOSED" && expiresAt <= now ? "EXPIRED" : status;
}

/**
 * The proposal, if it still waits.
 * @throws {NotFoundError} when there is none
 * @throws {ConflictError} when it was decided, or came too late
 */
export async function findWaiting(tx: Transaction, id: string, now: Date): Promise<WaitingProposal> {
  const proposal = await tx.proposal.findUnique({ where: { id }, include: { model: true, version: true } });
  if (!proposal) throw new NotFoundError("There is no such proposal.");
  const status = statusOf(proposal, now);
  if (status !== "PROPOSED") throw decided(status);
  return proposal;
}

/**
 * Ends a proposal that waits: of two who decide at once the second one is refused.
 * @throws {ConflictError} when it waits no more
 */
export async function decide(
  tx: Transaction,
  id: string,
  decision: {
    status: Exclude<ProposalStatus, "PROPOSED">;
    decidedBy: string;
    decidedAt: Date;
    decisionComment: string | null;
  },
): Promise<void> {
  const { count } = await tx.proposal.updateMany({ where: { id, status: "PROPOSED" }, data: decision });
  if (count === 0) throw new ConflictError("The proposal was decided meanwhile.");
}

function decided(status: ProposalStatus): ConflictError {
  return new ConflictError(
    status === "EXPIRED"
      ? "The proposal has expired: nobody decided on it in time. Propose it again."
      : `The proposal was ${status.toLowerCase()} already.`,
  );
}
