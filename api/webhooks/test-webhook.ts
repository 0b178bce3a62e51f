import { z } from "zod";
import { defineWrite } from "../actions/define-action.ts";
import { ConflictError } from "../platform/errors.ts";
import { lockWebhook, webhookId } from "./find-webhook.ts";
import { testBody, testEvent } from "./payload.ts";

export interface QueuedDelivery {
  deliveryId: string;
}

/** Has a webhook sent something, to see whether it arrives. */
export const testWebhook = defineWrite({
  name: "testWebhook",
  title: "Test a webhook",
  description: "Sends a webhook an event that means nothing, to see whether it arrives: its delivery tells.",
  risk: "write",
  permission: "webhooks:manage",
  input: z.object({ id: webhookId }),
  subject: ({ id }) => ({ subject: id }),
  async plan(tx, { id }) {
    const webhook = await lockWebhook(tx, id);
    if (!webhook.active) throw new ConflictError(`The webhook to ${webhook.host} is off: ${webhook.inactiveReason}`);
    const tests = await tx.webhookDelivery.count({ where: { webhookId: id, event: testEvent, status: "PENDING" } });
    if (tests > 0) throw new ConflictError(`A test of the webhook to ${webhook.host} is under way already.`);
    return { webhook, effects: [`${webhook.host} is sent a test.`], gates: [], basis: { id } };
  },
  async execute(tx, { id }, { webhook }, { actor, services }) {
    const body = testBody(services.clock.now(), actor.name);
    const { id: deliveryId } = await tx.webhookDelivery.create({ data: { webhookId: id, event: testEvent, body } });
    await services.pubSub.publish(tx, "webhook", { webhookId: id });
    const result: QueuedDelivery = { deliveryId };
    return {
      result,
      audit: {
        subject: webhook.host,
        summary: `Sent a test to the webhook to ${webhook.host}.`,
        details: { webhookId: id, deliveryId },
      },
    };
  },
});
