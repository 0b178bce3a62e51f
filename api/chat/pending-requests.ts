import type { PendingRequest } from "../../prisma/client/client.ts";
import type { Database } from "../platform/database.ts";

/** The thread's open question; or, for a turn that is run again after a crash, the question that it had taken before. */
export function findPendingFor(
  database: Database,
  turn: { id: string; threadId: string; answersId: string | null },
): Promise<PendingRequest | null> {
  if (turn.answersId) return database.pendingRequest.findUnique({ where: { id: turn.answersId } });
  return database.pendingRequest.findFirst({
    where: {
      threadId: turn.threadId,
      OR: [{ status: "OPEN" }, { status: { in: ["ANSWERED", "CANCELLED"] }, resolvedById: turn.id }],
    },
    orderBy: { createdAt: "desc" },
  });
}

/** What a client is told: an open request that is past its time is expired, whether or not anyone has come by to say so. */
export function pendingStatus(
  request: Pick<PendingRequest, "status" | "expiresAt">,
  now: Date,
): PendingRequest["status"] {
  return request.status === "OPEN" && request.expiresAt && request.expiresAt <= now ? "EXPIRED" : request.status;
}
