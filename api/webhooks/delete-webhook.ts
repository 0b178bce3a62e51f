import { z } from "zod";
import { defineWrite } from "../actions/define-action.ts";
import { lockWebhook, webhookId } from "./find-webhook.ts";

export interface DeletedWebhook {
  id: string;
}

/** Ends a webhook, with the log of its deliveries. */
export const deleteWebhook = defineWrite({
  name: "deleteWebhook",
  title: "Delete a webhook",
  description: "Ends a webhook: nothing is sent to it any more, and the log of its deliveries goes with it.",
  risk: "write",
  permission: "webhooks:manage",
  input: z.object({ id: webhookId }),
  subject: ({ id }) => ({ subject: id }),
  async plan(tx, { id }) {
    const webhook = await lockWebhook(tx, id);
    return { webhook, effects: [`Nothing is sent to ${webhook.host} any more.`], gates: [], basis: { id } };
  },
  async execute(tx, { id }, { webhook }) {
    await tx.webhook.delete({ where: { id } });
    const result: DeletedWebhook = { id };
    return {
      result,
      audit: {
        subject: webhook.host,
        summary: `Deleted the webhook to ${webhook.host}.`,
        details: { webhookId: id },
        before: { active: webhook.active },
        after: null,
      },
    };
  },
});
