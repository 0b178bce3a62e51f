import { z } from "zod";
import { defineWrite } from "../actions/define-action.ts";
import { threadIdInput } from "./own-thread.ts";
import { lockSetAside, putBack } from "./set-aside.ts";

/** Has a conversation back that was deleted within the hour, as it was: with its messages, replies and open question. */
export const restoreThread = defineWrite({
  name: "restoreThread",
  title: "Restore a conversation",
  description: "Has a conversation back that was deleted less than an hour ago, with its messages and replies.",
  risk: "write",
  permission: "chat:use",
  input: z.object({ id: threadIdInput }),
  subject: ({ id }) => ({ subject: id }),
  async plan(tx, { id }, { actor, services: { clock } }) {
    const turns = await lockSetAside(tx, id, actor, clock.now());
    return {
      turns,
      effects: [turns === 1 ? "Its message and reply are back." : `Its ${turns} messages and replies are back.`],
      gates: [],
      basis: { thread: id, turns },
    };
  },
  async execute(tx, { id }, { turns }) {
    await putBack(tx, id);
    return {
      result: { id },
      audit: {
        summary: `Restored a conversation of ${turns} ${turns === 1 ? "message" : "messages"}.`,
        details: { turns },
        before: null,
        after: { turns },
      },
    };
  },
});
