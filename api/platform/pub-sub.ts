import pg from "pg";
import { type Database, Prisma, type Transaction } from "./database.ts";
import type { Logger } from "./log.ts";
import { showPresence } from "./presence.ts";

/**
 * All channels and what they carry: ids only (a notice holds at most 8,000 bytes); readers fetch rows. A notice that is sent in a
 * transaction is delivered when that commits, to every process.
 */
export interface Channels {
  /** A thread has new events. */
  chat_event: { threadId: string };
  /** A turn may be claimable now: one before it ended, or it was handed back. */
  turn: { threadId: string };
  /** A run has new events. */
  training_event: { runId: string };
  /** A run was asked to stop. */
  training_cancel: { runId: string };
  /** A run waits for a worker. */
  training_queued: { runId: string };
  /** A reproduction waits for a worker, or has come further. */
  reproduction: { reproductionId: string };
  /** A delivery of a webhook waits to be sent. */
  webhook: { webhookId: string };
  /** A change of the registry: `changeId` is that of a row of stage_change or of model_change, as text. */
  model_event: { model: string; changeId: string };
}
export type Channel = keyof Channels;

const channels: readonly Channel[] = [
  "chat_event",
  "turn",
  "training_event",
  "training_cancel",
  "training_queued",
  "reproduction",
  "webhook",
  "model_event",
];

type Listener<C extends Channel> = (message: Channels[C]) => void;

/** An SQL expression that sends a notice, for a statement that has something to write besides. */
export function notice<C extends Channel>(channel: C, message: Channels[C]): Prisma.Sql {
  return Prisma.sql`pg_notify(${channel}, ${JSON.stringify(message)})`;
}

export interface PubSub {
  /** Sends in the transaction that it is given, or at once. */
  publish<C extends Channel>(on: Transaction | Database, channel: C, message: Channels[C]): Promise<void>;
  /** Calls back for each notice; returns the way to stop. */
  listen<C extends Channel>(channel: C, listener: Listener<C>): () => void;
  /** Calls back whenever notices may have been lost (the connection broke and is back): re-read what you cache. */
  onGap(listener: () => void): () => void;
  /** Whether notices arrive right now; a cache that relies on them must not be used while false. */
  readonly connected: boolean;
  close(): Promise<void>;
}

/** LISTEN on one connection of its own, which reconnects with back-off (0.1–5 s), and shows others that this process lives. */
export async function openPubSub(url: string, log: Logger): Promise<PubSub> {
  const listeners = new Map<Channel, Set<Listener<Channel>>>(channels.map((channel) => [channel, new Set()]));
  const gapListeners = new Set<() => void>();
  let client: pg.Client | undefined;
  let closed = false;
  let connected = false;
  let retry: NodeJS.Timeout | undefined;

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: url, keepAlive: true });
    client = next;
    next.on("notification", ({ channel, payload }) => {
      const message = JSON.parse(payload ?? "{}");
      for (const listener of listeners.get(channel as Channel) ?? []) listener(message);
    });
    next.on("error", (error) => lost(next, error));
    next.on("end", () => lost(next));
    await next.connect();
    await next.query([showPresence, ...channels.map((channel) => `LISTEN ${channel}`)].join("; "));
    connected = true;
  }

  function lost(which: pg.Client, error?: Error): void {
    if (closed || which !== client) return;
    client = undefined;
    connected = false;
    log.warn({ err: error }, "the connection for notices broke; reconnecting");
    reconnect(100);
  }

  function reconnect(delayMs: number): void {
    retry = setTimeout(async () => {
      if (closed) return;
      try {
        await connect();
        for (const listener of gapListeners) listener();
      } catch {
        client = undefined;
        reconnect(Math.min(delayMs * 2, 5_000));
      }
    }, delayMs);
  }

  await connect();
  return {
    async publish(on, channel, message) {
      await on.$executeRaw`SELECT ${notice(channel, message)}`;
    },
    listen(channel, listener) {
      const set = listeners.get(channel) as Set<Listener<typeof channel>>;
      set.add(listener);
      return () => set.delete(listener);
    },
    onGap(listener) {
      gapListeners.add(listener);
      return () => gapListeners.delete(listener);
    },
    get connected() {
      return connected;
    },
    async close() {
      closed = true;
      connected = false;
      clearTimeout(retry);
      await client?.end().catch(() => {});
    },
  };
}
