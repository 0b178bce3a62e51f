import { readModelEvents } from "../models/model-events.ts";
import type { Database } from "../platform/database.ts";
import { bodyOf, eventName } from "./payload.ts";

/**
 * Makes deliveries of the changes that happened since the last time, for every webhook that is on. The registry's log of changes, which is
 * written in each change's own transaction, is the outbox: nothing is told that did not happen, and nothing that did is passed over.
 */
export async function fanOut(database: Database): Promise<void> {
  const webhooks = await database.webhook.findMany({ where: { active: true }, select: { id: true } });
  for (const { id } of webhooks) while (await fanOutTo(database, id));
}

/** @returns whether there may be more to tell it */
function fanOutTo(database: Database, id: string): Promise<boolean> {
  return database.$transaction(async (tx) => {
    const [locked] = await tx.$queryRaw<{ after: bigint; events: string[] }[]>`
      SELECT after_change AS after, events FROM webhook WHERE id = ${id}::uuid AND active FOR UPDATE SKIP LOCKED`;
    if (!locked) return false;
    const events = await readModelEvents(tx, Number(locked.after));
    const last = events.at(-1);
    if (!last) return false;
    const wanted = events.filter(({ type }) => locked.events.length === 0 || locked.events.includes(type));
    await tx.webhookDelivery.createMany({
      data: wanted.map((event) => ({
        webhookId: id,
        changeId: BigInt(event.seq),
        event: eventName(event.type),
        body: bodyOf(event),
      })),
      skipDuplicates: true,
    });
    await tx.webhook.update({ where: { id }, data: { afterChange: BigInt(last.seq) } });
    return true;
  });
}
