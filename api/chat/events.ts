import type { ChatEventType, Prisma } from "../../prisma/client/client.ts";
import type { Database, Transaction } from "../platform/database.ts";
import type { PubSub } from "../platform/pub-sub.ts";

/** What happened in a turn; the payload is what Subscription.chatReply tells. */
export interface NewChatEvent {
  turnId: string;
  type: ChatEventType;
  payload: Prisma.InputJsonObject;
}

/**
 * Appends events to a thread: rows first, the notice with them. The seq is taken under the thread's row, so it increases strictly,
 * also over processes.
 */
export async function appendEvents(
  tx: Transaction,
  pubSub: PubSub,
  threadId: string,
  events: NewChatEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const { lastSeq } = await tx.thread.update({
    where: { id: threadId },
    data: { lastSeq: { increment: events.length }, updatedAt: new Date() },
    select: { lastSeq: true },
  });
  const first = lastSeq - events.length + 1;
  await tx.chatEvent.createMany({ data: events.map((event, index) => ({ ...event, threadId, seq: first + index })) });
  await pubSub.publish(tx, "chat_event", { threadId });
}

/** Events of a thread after a seq, in order, a page at a time. */
export function readEvents(database: Database, threadId: string, after: number, limit = 500) {
  return database.chatEvent.findMany({
    where: { threadId, seq: { gt: after } },
    orderBy: { seq: "asc" },
    take: limit,
    select: { seq: true, turnId: true, type: true, payload: true },
  });
}
