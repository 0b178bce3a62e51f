import { openBell } from "../platform/bell.ts";
import type { Database } from "../platform/database.ts";
import type { Logger } from "../platform/log.ts";
import type { PubSub } from "../platform/pub-sub.ts";
import { measured } from "../platform/telemetry.ts";
import { type Attempt, endAttempt, handBackDelivery, type TakenDelivery, takeDelivery } from "./attempts.ts";
import { fanOut } from "./fan-out.ts";
import { pruneDeliveries } from "./prune-deliveries.ts";
import { NotSentError, type SendOptions, send } from "./send.ts";
import { signedHeaders } from "./sign.ts";
import type { WebhookRules } from "./webhook-url.ts";

export interface DelivererOptions {
  database: Database;
  pubSub: PubSub;
  log: Logger;
  webhooks: WebhookRules;
  timeoutMs?: number;
  /** How often it looks besides being told: also how soon an attempt that is due again is made. */
  pollMs?: number;
  /** How long to wait after so many attempts. */
  wait?: (attempts: number) => number;
  lookup?: NonNullable<SendOptions["lookup"]>;
}

/** Deliveries under way at a time, each to another webhook: one that is slow holds up itself alone. */
const mostAtOnce = 8;
const pruneEveryMs = 3_600_000;

/** Why an attempt is broken off that would go on. */
class Stopped extends Error {}

/** Sends what changes in the registry to the webhooks, until it is stopped. */
export function startDeliverer(options: DelivererOptions): { stop(): Promise<void> } {
  const { database, pubSub, log, timeoutMs = 10_000, pollMs = 1_000 } = options;
  const bell = openBell();
  const stopListening = [
    pubSub.listen("model_event", bell.ring),
    pubSub.listen("webhook", bell.ring),
    pubSub.onGap(bell.ring),
  ];
  const underWay = new Map<string, Promise<void>>();
  const stopping = new AbortController();
  let prunedAt = Number.NEGATIVE_INFINITY;

  async function serve(): Promise<void> {
    while (!stopping.signal.aborted) {
      await look().catch((error: unknown) => log.warn({ err: error }, "webhooks could not be served; trying again"));
      await bell.wait(pollMs);
    }
  }

  async function look(): Promise<void> {
    if (performance.now() - prunedAt > pruneEveryMs) {
      await pruneDeliveries(database);
      prunedAt = performance.now();
    }
    await fanOut(database);
    while (!stopping.signal.aborted && underWay.size < mostAtOnce) {
      const taken = await takeDelivery(database, [...underWay.keys()], 2 * timeoutMs);
      if (!taken) return;
      const work = deliver(taken)
        .catch((error: unknown) => {
          // Its lease lapses, and it is sent again: twice rather than not at all.
          log.warn({ err: error, deliveryId: taken.id }, "how a delivery came out could not be written");
        })
        .finally(() => {
          underWay.delete(taken.webhookId);
          bell.ring();
        });
      underWay.set(taken.webhookId, work);
    }
  }

  async function deliver(taken: TakenDelivery): Promise<void> {
    const attributes = { attempt: taken.attempts };
    const about = { span: "deliver webhook", metric: "modelwright.webhook.duration", attributes };
    const attempt = await measured(about, () => attemptOf(taken, { ...options, timeoutMs }, stopping.signal)).catch(
      (error: unknown) => {
        if (error instanceof Stopped) return null;
        throw error;
      },
    );
    if (!attempt) return handBackDelivery(database, taken);
    const status = await endAttempt(database, taken, attempt, options.wait);
    const told = { deliveryId: taken.id, webhookId: taken.webhookId, attempt: taken.attempts, status };
    log[status === "DELIVERED" ? "debug" : "info"](told, "webhook delivery");
  }

  const serving = serve();
  return {
    async stop() {
      stopping.abort(new Stopped("the deliverer is stopping"));
      bell.ring();
      await serving;
      await Promise.all(underWay.values());
      for (const stop of stopListening) stop();
    },
  };
}

async function attemptOf(
  { id, body, url, secret }: TakenDelivery,
  { webhooks, timeoutMs, lookup }: DelivererOptions & { timeoutMs: number },
  signal: AbortSignal,
): Promise<Attempt> {
  const begun = performance.now();
  const headers = { "user-agent": "Modelwright", ...signedHeaders(secret, { id: `msg_${id}`, at: new Date(), body }) };
  try {
    const answer = await send(url, body, headers, { ...webhooks, timeoutMs, signal, ...(lookup ? { lookup } : {}) });
    return { answer, durationMs: performance.now() - begun };
  } catch (error) {
    if (!(error instanceof NotSentError)) throw error;
    return { error: error.message, durationMs: performance.now() - begun };
  }
}
