import { z } from "zod";
import type { Webhook } from "../../prisma/client/client.ts";
import type { Transaction } from "../platform/database.ts";
import { NotFoundError } from "../platform/errors.ts";

export const webhookId = z.uuid("must be the id of a webhook: a UUID");

/** The webhook, its row locked, with the host that it leads to. @throws {NotFoundError} */
export async function lockWebhook(tx: Transaction, id: string): Promise<Webhook & { host: string }> {
  await tx.$queryRaw`SELECT 1 FROM webhook WHERE id = ${id}::uuid FOR UPDATE`;
  const webhook = await tx.webhook.findUnique({ where: { id } });
  if (!webhook) throw new NotFoundError("There is no such webhook.");
  return { ...webhook, host: new URL(webhook.url).host };
}
