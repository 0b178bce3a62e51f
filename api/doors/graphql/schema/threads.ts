import { runAction } from "../../../actions/run-action.ts";
import { type DeletedThread as DeletedThreadShape, deleteThread } from "../../../chat/delete-thread.ts";
import { renameThread } from "../../../chat/rename-thread.ts";
import { restoreThread } from "../../../chat/restore-thread.ts";
import { stopReply } from "../../../chat/stop-reply.ts";
import { builder } from "../builder.ts";
import { scopeOf } from "../context.ts";
import { ChatThread, ChatTurn } from "./chat.ts";
import { commonErrors } from "./errors.ts";

const DeletedThread = builder.objectRef<DeletedThreadShape>("DeletedThread").implement({
  fields: (t) => ({
    id: t.exposeID("id"),
    turns: t.exposeInt("turns", { description: "Messages that were deleted with it, each with its reply." }),
    restorableUntil: t.field({
      type: "DateTime",
      description: "Until then Mutation.restoreThread brings it back; then nothing of it is kept.",
      resolve: ({ restorableUntil }) => new Date(restorableUntil),
    }),
  }),
});

builder.mutationFields((t) => ({
  renameThread: t.prismaField({
    type: ChatThread,
    description: renameThread.description,
    errors: { types: [...commonErrors], union: { name: "RenameThreadResult" } },
    args: { id: t.arg.id({ required: true }), title: t.arg.string({ required: true }) },
    resolve: async (query, _parent, input, context) => {
      const { id } = await runAction(renameThread, input, scopeOf(context));
      return context.services.database.thread.findUniqueOrThrow({ ...query, where: { id } });
    },
  }),
  deleteThread: t.field({
    type: DeletedThread,
    description: deleteThread.description,
    errors: { types: [...commonErrors], union: { name: "DeleteThreadResult" } },
    args: { id: t.arg.id({ required: true }) },
    resolve: (_parent, input, context) => runAction(deleteThread, input, scopeOf(context)),
  }),
  restoreThread: t.prismaField({
    type: ChatThread,
    description: restoreThread.description,
    errors: { types: [...commonErrors], union: { name: "RestoreThreadResult" } },
    args: { id: t.arg.id({ required: true }) },
    resolve: async (query, _parent, input, context) => {
      const { id } = await runAction(restoreThread, input, scopeOf(context));
      return context.services.database.thread.findUniqueOrThrow({ ...query, where: { id } });
    },
  }),
  stopReply: t.prismaField({
    type: ChatTurn,
    description: stopReply.description,
    errors: { types: [...commonErrors], union: { name: "StopReplyResult" } },
    args: { turnId: t.arg.id({ required: true }) },
    resolve: async (query, _parent, input, context) => {
      const { turnId } = await runAction(stopReply, input, scopeOf(context));
      return context.services.database.turn.findUniqueOrThrow({ ...query, where: { id: turnId } });
    },
  }),
}));
