import { z } from "zod";
import type { AuditEvent } from "../../prisma/client/client.ts";
import { defineRead } from "../actions/define-action.ts";
import type { Database } from "../platform/database.ts";
import { auditActions } from "./audit-events.ts";
import { auditFilter, countAudit } from "./audit-filter.ts";

/** An event, and whether its subject is a model that is in the registry no more. */
export interface PastEvent extends AuditEvent {
  /** When the model that it was done to was removed; null while there is that model. Another one may have its name by now. */
  removedAt: Date | null;
}

export interface AuditHistory {
  /** The newest first, as many as were asked for. */
  events: PastEvent[];
  /** All that match. */
  total: number;
}

/** What was done, by whom: the newest first. */
export const auditHistory = defineRead({
  name: "auditHistory",
  title: "Audit history",
  description:
    "Tells who did what, when, and because of which message: of all, of a model, of a version, or of one kind of act.",
  permission: "audit:read",
  input: z.object({
    subject: z.string().max(200).optional(),
    version: z.int().min(1).optional(),
    action: z.enum(auditActions).optional(),
    outcome: z.enum(["DONE", "REFUSED", "FAILED"]).optional(),
    limit: z.int().min(1).max(100).default(20),
  }),
  async read({ services: { database } }, { limit, ...filter }): Promise<AuditHistory> {
    const [events, total] = await Promise.all([
      database.auditEvent.findMany({ where: auditFilter(filter), orderBy: { seq: "desc" }, take: limit }),
      countAudit(database, filter),
    ]);
    const removals = await removalsOf(database, events);
    // A name belongs to one model after another: each removal ends one of them.
    return { total, events: events.map((event) => ({ ...event, removedAt: removals.after(event) })) };
  },
});

async function removalsOf(database: Database, events: readonly AuditEvent[]) {
  const since = events.at(-1)?.seq ?? 0n;
  const ends = await database.auditEvent.findMany({
    where: {
      action: { in: ["removeModel", "restoreModel"] },
      outcome: "DONE",
      seq: { gte: since },
      subject: { in: [...new Set(events.map(({ subject }) => subject))] },
    },
    orderBy: { seq: "asc" },
    select: { seq: true, subject: true, at: true, action: true },
  });
  // One that was restored afterwards ended nothing.
  const removals = ends.filter(({ action, subject }, index) => {
    const next = ends.slice(index + 1).find((later) => later.subject === subject);
    return action === "removeModel" && next?.action !== "restoreModel";
  });
  const after = ({ subject, seq }: Pick<AuditEvent, "subject" | "seq">) =>
    removals.find((removal) => removal.subject === subject && removal.seq >= seq)?.at ?? null;
  return { after };
}
