import { createHmac, randomBytes } from "node:crypto";

const prefix = "whsec_";

/** A new webhook's secret, as Standard Webhooks write one. */
export function newSecret(): string {
  return prefix + randomBytes(32).toString("base64");
}

/** The headers by which a receiver knows who sent a delivery, when, and that nothing of it was changed (standardwebhooks.com). */
export function signedHeaders(
  secret: string,
  { id, at, body }: { id: string; at: Date; body: string },
): Record<"webhook-id" | "webhook-timestamp" | "webhook-signature", string> {
  const timestamp = String(Math.floor(at.getTime() / 1_000));
  const key = Buffer.from(secret.slice(prefix.length), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": `v1,${signature}` };
}
