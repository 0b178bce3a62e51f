import { randomUUID } from "node:crypto";
import { Prisma, type Transaction } from "../platform/database.ts";
import { storableJson, storableText } from "../platform/storable.ts";
import { type AuditEntry, auditDetails, refusalSchema } from "./audit-events.ts";
import { genesisHash, hashEvent } from "./chain.ts";

/** The advisory lock under which the chain grows: one event at a time, in every process. */
const chainLock = 7_305_001;

/**
 * Appends an event to the audit log, in the transaction of the change that it tells of: both commit, or neither does. The chain's
 * lock is held until then, so call it last.
 * @throws {z.ZodError} when the details are not those of the action: a fault, which fails the act
 */
export async function appendAudit(tx: Transaction, entry: AuditEntry): Promise<void> {
  const schema = entry.outcome === "DONE" ? auditDetails[entry.action] : refusalSchema;
  const { answer, comment } = entry.cause;
  const details = storableJson({
    ...schema.parse(entry.details),
    ...(answer === undefined ? {} : { answer }),
    ...(comment === undefined ? {} : { comment }),
  });
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${chainLock})`;
  const head = await tx.auditEvent.findFirst({ orderBy: { seq: "desc" }, select: { seq: true, hash: true, at: true } });
  const event = {
    seq: (head?.seq ?? 0n) + 1n,
    id: randomUUID(),
    // Never before the one before it, whatever the clocks of the machines say.
    at: new Date(Math.max(Date.now(), head?.at.getTime() ?? 0)),
    actorId: entry.actor.id,
    actorName: entry.actor.name,
    action: entry.action,
    outcome: entry.outcome,
    subject: storableText(entry.subject, 200),
    version: entry.version ?? null,
    summary: storableText(entry.summary, 500),
    details,
    before: storableJson(entry.before ?? null),
    after: storableJson(entry.after ?? null),
    threadId: entry.cause.threadId ?? null,
    turnId: entry.cause.turnId ?? null,
    message: entry.cause.message === undefined ? null : storableText(entry.cause.message),
    requestId: storableText(entry.cause.requestId, 200),
    previousHash: head?.hash ?? genesisHash,
  };
  await tx.auditEvent.create({
    data: {
      ...event,
      details: event.details as Prisma.InputJsonValue,
      before: jsonColumn(event.before),
      after: jsonColumn(event.after),
      hash: hashEvent(event),
    },
  });
}

function jsonColumn(value: unknown): Prisma.InputJsonValue | typeof Prisma.DbNull {
  return value === null ? Prisma.DbNull : (value as Prisma.InputJsonValue);
}
