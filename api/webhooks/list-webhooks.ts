import { z } from "zod";
import type { Webhook } from "../../prisma/client/client.ts";
import { defineRead } from "../actions/define-action.ts";

/** The webhooks that there are, the oldest first. Their secrets are not told again. */
export const listWebhooks = defineRead({
  name: "listWebhooks",
  title: "List webhooks",
  description: "Lists the webhooks, and whether they are on. Their secrets are not told again.",
  permission: "webhooks:manage",
  input: z.object({}),
  read: ({ services: { database } }): Promise<Omit<Webhook, "secret" | "afterChange">[]> =>
    database.webhook.findMany({ orderBy: { id: "asc" }, omit: { secret: true, afterChange: true } }),
});
