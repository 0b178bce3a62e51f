import { z } from "zod";
import type { AuditEvent } from "../../prisma/client/client.ts";
import { defineRead } from "../actions/define-action.ts";
import { auditActions } from "./audit-events.ts";

/** Where-clause of the audit log's filters; a subject may name a version: "titanic/2". */
export function auditFilter(filter: {
  subject?: string | null | undefined;
  actor?: string | null | undefined;
  version?: number | undefined;
  action?: string | undefined;
  outcome?: "DONE" | "REFUSED" | "FAILED" | undefined;
}) {
  const [, name, version] = /^(.*)\/(\d{1,9})$/.exec(filter.subject ?? "") ?? [];
  return {
    ...(filter.subject ? { subject: name ?? filter.subject } : {}),
    ...(filter.actor ? { OR: [{ actorId: filter.actor }, { actorName: filter.actor }] } : {}),
    ...(version ? { version: Number(version) } : filter.version ? { version: filter.version } : {}),
    ...(filter.action ? { action: filter.action } : {}),
    ...(filter.outcome ? { outcome: filter.outcome } : {}),
  };
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
  read: ({ services: { database } }, { limit, ...filter }): Promise<AuditEvent[]> =>
    database.auditEvent.findMany({ where: auditFilter(filter), orderBy: { seq: "desc" }, take: limit }),
});
