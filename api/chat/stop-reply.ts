import { z } from "zod";
import { defineWrite } from "../actions/define-action.ts";
import { answerOf } from "../audit/audit-events.ts";
import type { Transaction } from "../platform/database.ts";
import { ConflictError, NotFoundError } from "../platform/errors.ts";
import { reopenRequest, replyEvents, turnNotice } from "./complete-turn.ts";
import { appendEvents } from "./events.ts";
import { lockOwnThread } from "./own-thread.ts";
import type { Reply } from "./reply.ts";
import { isTurnId } from "./turns.ts";

export interface StoppedReply {
  turnId: string;
  threadId: string;
}

/**
 * Ends the making of a reply: what is not done yet is not done any more. What was committed stays, and is told. A question that the turn
 * had answered, and that came to nothing, is open again.
 */
export const stopReply = defineWrite({
  name: "stopReply",
  title: "Stop a reply",
  description:
    "Stops the reply that is being made to a message. What was not done yet is not done; what was done already stays, and the reply says so.",
  risk: "write",
  permission: "chat:use",
  input: z.object({ turnId: z.string().refine(isTurnId, "must be the id of a turn") }),
  subject: ({ turnId }) => ({ subject: turnId }),
  async plan(tx, { turnId }, { actor }) {
    const turn = await tx.turn.findUnique({ where: { id: turnId } });
    if (!turn) throw new NotFoundError("There is no such message. It may not have arrived yet.");
    await lockOwnThread(tx, turn.threadId, actor);
    return {
      turn,
      effects: ["The reply is stopped; what was done already stays."],
      gates: [],
      basis: { turn: turnId },
    };
  },
  async execute(tx, { turnId }, { turn }) {
    const { threadId } = turn;
    // Waits for an act that is being committed: it is over then, and is told below.
    const { count } = await tx.turn.updateMany({
      where: { id: turnId, status: { in: ["QUEUED", "RUNNING"] } },
      data: { status: "COMPLETED", kind: "CANCELLED", leaseUntil: null, completedAt: new Date() },
    });
    if (count === 0) throw new ConflictError("The reply is there already. Nothing was stopped.");
    const done = await doneIn(tx, turnId);
    const reply: Reply = { kind: "CANCELLED", content: inWords(done), cards: [], suggestions: [], focus: {} };
    const pendingId = await reopenRequest(tx, turn);
    await tx.turn.update({ where: { id: turnId }, data: { content: reply.content, pendingId } });
    await appendEvents(tx, threadId, replyEvents(turnId, reply, null), turnNotice(turn));
    const result: StoppedReply = { turnId, threadId };
    return {
      result,
      audit: {
        summary:
          done.length > 0 ? "Stopped a reply; what it had done stays." : "Stopped a reply before it did anything.",
        details: { threadId, done: done.length },
        before: { status: turn.status },
        after: { status: "COMPLETED" },
      },
    };
  },
});

/** More than a turn can do before it is stopped, whatever others do meanwhile. */
const newestEvents = 500;

/** What was done in a turn that was under way just now, as the audit log tells it, in order. */
async function doneIn(tx: Transaction, turnId: string): Promise<string[]> {
  const events = await tx.auditEvent.findMany({
    orderBy: { seq: "desc" },
    take: newestEvents,
    select: { turnId: true, details: true, outcome: true, summary: true },
  });
  return events
    .filter(({ outcome }) => outcome === "DONE")
    .filter((event) => (answerOf(event.details)?.turnId ?? event.turnId) === turnId)
    .map(({ summary }) => summary)
    .reverse();
}

function inWords(done: readonly string[]): string {
  if (done.length === 0) return "Stopped. Nothing was changed.";
  return `Stopped. This had been done already, and stays:\n\n${done.map((each) => `- ${each}`).join("\n")}`;
}
