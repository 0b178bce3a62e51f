import { z } from "zod";
import { defineWrite } from "../actions/define-action.ts";
import { ConflictError } from "../platform/errors.ts";
import { lockOwnThread, threadIdInput } from "./own-thread.ts";
import { endedTurns } from "./turns.ts";

export interface DeletedThread {
  id: string;
  turns: number;
}

/**
 * Deletes a conversation: its messages, replies and open question. What was done in it stays done, and stays in the audit log with the
 * sentences that asked for it. The event of the deletion repeats none of its words. The conversation's id stays taken.
 */
export const deleteThread = defineWrite({
  name: "deleteThread",
  title: "Delete a conversation",
  description:
    "Deletes a conversation with its messages and replies, for good. What was done in it stays done, and stays in the audit log.",
  risk: "destructive",
  permission: "chat:use",
  input: z.object({ id: threadIdInput }),
  subject: ({ id }) => ({ subject: id }),
  async plan(tx, { id }, { actor }) {
    await lockOwnThread(tx, id, actor);
    const turns = await tx.turn.count({ where: { threadId: id, ...endedTurns } });
    const waiting = await tx.turn.count({ where: { threadId: id, NOT: endedTurns } });
    if (waiting > 0) {
      throw new ConflictError("A reply is being made in this conversation. Wait for it, then delete the conversation.");
    }
    return {
      turns,
      effects: [
        `${turns === 1 ? "Its message and reply are" : `Its ${turns} messages and replies are`} deleted for good.`,
        "What was done in it stays done, and stays in the audit log.",
      ],
      gates: [],
      basis: { thread: id, turns },
    };
  },
  async execute(tx, { id }, { turns }, { services: { pubSub } }) {
    // Turns, events and open questions go with their thread.
    await tx.thread.delete({ where: { id } });
    await tx.deletedThread.create({ data: { id } });
    // Who follows the conversation looks for its next events, and finds that there are none to come.
    await pubSub.publish(tx, "chat_event", { threadId: id });
    const result: DeletedThread = { id, turns };
    return {
      result,
      audit: {
        summary: `Deleted a conversation of ${turns} ${turns === 1 ? "message" : "messages"}.`,
        details: { turns },
        before: { turns },
        after: null,
      },
    };
  },
});
