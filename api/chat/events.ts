import type { ChatEventType } from "../../prisma/client/client.ts";
import type { Actor } from "../identity/actor.ts";
import { type Database, Prisma, type Transaction } from "../platform/database.ts";
import { NotFoundError } from "../platform/errors.ts";
import { notice } from "../platform/pub-sub.ts";
import { checkSeqIsReached } from "../platform/seq-cursor.ts";
import { checkNotDeleted } from "./deleted-threads.ts";

/** What happened in a turn; the payload is what Subscription.chatReply tells. */
export interface NewChatEvent {
  turnId: string;
  type: ChatEventType;
  payload: Prisma.InputJsonObject;
}

/**
 * Appends events to a thread, with the notices of them, in one statement. The seq is taken under the thread's row, so it increases
 * strictly, also over processes.
 * @param notices what else is to be told when the events are there
 * @throws {NotFoundError} the thread is gone
 */
export async function appendEvents(
  on: Transaction | Database,
  threadId: string,
  events: NewChatEvent[],
  ...notices: Prisma.Sql[]
): Promise<void> {
  if (events.length === 0) return;
  const rows = await insertEvents(on, threadId, events, Prisma.empty, notices);
  if (rows === 0) throw new NotFoundError("There is no such conversation.");
}

/** Appends events of one turn while it is being served; nothing once it has ended, by a stop say. */
export async function tellOfOpenTurn(on: Database, threadId: string, events: NewChatEvent[]): Promise<void> {
  const [first] = events;
  if (!first) return;
  const open = Prisma.sql`AND NOT EXISTS (
    SELECT 1 FROM turn WHERE id = ${first.turnId} AND status IN ('COMPLETED', 'FAILED'))`;
  await insertEvents(on, threadId, events, open, []);
}

/** @returns how many threads there are that it could be told in: one or none */
function insertEvents(
  on: Transaction | Database,
  threadId: string,
  events: NewChatEvent[],
  condition: Prisma.Sql,
  notices: Prisma.Sql[],
): Promise<number> {
  const told = Prisma.join([notice("chat_event", { threadId }), ...notices]);
  return on.$executeRaw`
    WITH counted AS (
      UPDATE thread SET last_seq = last_seq + ${events.length}, updated_at = now()
      WHERE id = ${threadId}::uuid ${condition} RETURNING id, last_seq - ${events.length} AS before
    ), added AS (
      INSERT INTO chat_event (thread_id, seq, turn_id, type, payload)
      SELECT counted.id, before + place, event ->> 'turnId', (event ->> 'type')::"ChatEventType", event -> 'payload'
      FROM counted, jsonb_array_elements(${JSON.stringify(events)}::jsonb) WITH ORDINALITY AS listed (event, place)
    )
    SELECT ${told} FROM counted`;
}

/** How many events are read at once. */
const pageSize = 500;

/**
 * Events of a thread after a seq, in order, a page at a time; none when they are to be waited for. A thread that nothing was said in yet
 * is waited for too: a client may follow it before it sends the first message.
 * @throws {NotFoundError} the thread was deleted or is another's, or there is none in which an event could have been seen
 * @throws {InvalidInputError} the thread has not come to that seq
 */
export function eventsOf(database: Database, threadId: string, actor: Actor) {
  let own = false;
  return async (after: number) => {
    // Who opens a conversation that is followed already may be another: then nothing of it is told.
    if (!own) own = await isToFollow(database, threadId, actor);
    const events = await readEvents(database, threadId, after);
    if (!own && events.length > 0) await isToFollow(database, threadId, actor);
    return events;
  };
}

/** @returns whether there is a conversation of the actor's own @throws {NotFoundError} it is another's */
async function isToFollow(database: Database, threadId: string, actor: Actor): Promise<boolean> {
  const thread = await database.thread.findUnique({ where: { id: threadId }, select: { actorId: true } });
  if (thread && thread.actorId !== actor.id) throw new NotFoundError("There is no such conversation.");
  return thread !== null;
}

async function readEvents(database: Database, threadId: string, after: number) {
  const events = await database.chatEvent.findMany({
    where: { threadId, seq: { gt: after } },
    orderBy: { seq: "asc" },
    take: pageSize,
    select: { seq: true, turnId: true, type: true, payload: true },
  });
  if (events.length > 0) return events;
  const thread = await database.thread.findUnique({ where: { id: threadId }, select: { lastSeq: true } });
  if (thread) checkSeqIsReached(after, thread.lastSeq);
  else {
    await checkNotDeleted(database, threadId);
    if (after > 0) throw new NotFoundError("There is no such conversation any more. Begin a new one.");
  }
  return events;
}
