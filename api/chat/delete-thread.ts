import { z } from "zod";
import { defineWrite } from "../actions/define-action.ts";
import { ConflictError } from "../platform/errors.ts";
import { restorableUntil } from "./deleted-threads.ts";
import { lockOwnThread, threadIdInput } from "./own-thread.ts";
import { setAside } from "./set-aside.ts";
import { endedTurns } from "./turns.ts";

export interface DeletedThread {
  id: string;
  turns: number;
  /** In ISO form. */
  restorableUntil: string;
}

/**
 * Deletes a conversation: its messages, replies and open question. What was done in it stays done, and stays in the audit log with the
 * sentences that asked for it. The event of the deletion repeats none of its words. The conversation's id stays taken. For an hour it can be
 * restored.
 */
export const deleteThread = defineWrite({
  name: "deleteThread",
  title: "Delete a conversation",
  description:
    "Deletes a conversation with its messages and replies. For an hour it can be restored, then nothing of it is kept. What was done in it stays done, and stays in the audit log.",
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
        `${turns === 1 ? "Its message and reply are" : `Its ${turns} messages and replies are`} deleted; they can be restored for an hour.`,
        "What was done in it stays done, and stays in the audit log.",
      ],
      gates: [],
      basis: { thread: id, turns },
    };
  },
  async execute(tx, { id }, { turns }, { services: { clock, pubSub } }) {
    const deletedAt = clock.now();
    await setAside(tx, id, deletedAt);
    // Who follows the conversation looks for its next events, and finds that there are none to come.
    await pubSub.publish(tx, "chat_event", { threadId: id });
    const result: DeletedThread = { id, turns, restorableUntil: restorableUntil(deletedAt).toISOString() };
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
