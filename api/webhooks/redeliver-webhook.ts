import { z } from "zod";
import { defineWrite } from "../actions/define-action.ts";
import { ConflictError, NotFoundError } from "../platform/errors.ts";
import { lockWebhook } from "./find-webhook.ts";
import type { QueuedDelivery } from "./test-webhook.ts";

/** Sends a delivery again, from its first attempt on, by the same id: a receiver that has it already knows it. */
export const redeliverWebhook = defineWrite({
  name: "redeliverWebhook",
  title: "Deliver again",
  description: "Sends a webhook's delivery again that arrived or was given up, by the same id as before.",
  risk: "write",
  permission: "webhooks:manage",
  input: z.object({ deliveryId: z.uuid("must be the id of a delivery: a UUID") }),
  subject: ({ deliveryId }) => ({ subject: deliveryId }),
  async plan(tx, { deliveryId: id }) {
    const named = await tx.webhookDelivery.findUnique({ where: { id } });
    if (!named) throw new NotFoundError("There is no such delivery; those long past are not kept.");
    const webhook = await lockWebhook(tx, named.webhookId);
    if (!webhook.active) throw new ConflictError(`The webhook to ${webhook.host} is off: ${webhook.inactiveReason}`);
    const delivery = await tx.webhookDelivery.findUniqueOrThrow({ where: { id } });
    if (delivery.status === "PENDING")
      throw new ConflictError("The delivery is under way: it is tried again by itself.");
    return { webhook, delivery, effects: [`${webhook.host} is sent it again.`], gates: [], basis: { id } };
  },
  async execute(tx, { deliveryId: id }, { webhook, delivery }, { services }) {
    const again = { status: "PENDING", attempts: 0, nextAttemptAt: services.clock.now(), finishedAt: null } as const;
    await tx.webhookDelivery.update({ where: { id }, data: again });
    await services.pubSub.publish(tx, "webhook", { webhookId: webhook.id });
    const result: QueuedDelivery = { deliveryId: id };
    return {
      result,
      audit: {
        subject: webhook.host,
        summary: `Had a delivery to ${webhook.host} sent again.`,
        details: { webhookId: webhook.id, deliveryId: id },
        before: { status: delivery.status },
        after: { status: "PENDING" },
      },
    };
  },
});
