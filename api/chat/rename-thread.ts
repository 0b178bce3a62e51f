import { z } from "zod";
import { defineWrite } from "../actions/define-action.ts";
import { storableText } from "../platform/storable.ts";
import { lockOwnThread, threadIdInput } from "./own-thread.ts";

/** As much as stands on two lines of the list of conversations, and then some. */
export const longestTitle = 120;

export interface RenamedThread {
  id: string;
  title: string;
}

/** Gives a conversation another title. Its place in the list stays: nothing was said in it. */
export const renameThread = defineWrite({
  name: "renameThread",
  title: "Rename a conversation",
  description: "Gives a conversation another title.",
  risk: "write",
  permission: "chat:use",
  input: z.object({
    id: threadIdInput,
    title: z
      .string()
      .transform((title) => storableText(title).replace(/\s+/g, " ").trim())
      .pipe(
        z.string().min(1, "a title is missing").max(longestTitle, `a title has at most ${longestTitle} characters`),
      ),
  }),
  subject: ({ id }) => ({ subject: id }),
  async plan(tx, { id, title }, { actor }) {
    const thread = await lockOwnThread(tx, id, actor);
    return {
      thread,
      effects: [`The conversation is called “${title}”.`],
      gates: [],
      basis: { thread: id, title: thread.title },
    };
  },
  async execute(tx, { id, title }, { thread }) {
    await tx.thread.update({ where: { id }, data: { title } });
    const result: RenamedThread = { id, title };
    return {
      result,
      audit: {
        summary: `Renamed a conversation to “${title}”.`,
        details: {},
        before: { title: thread.title },
        after: { title },
      },
    };
  },
});
