import type { Database, Prisma } from "../platform/database.ts";

/** What the audit log is filtered by. */
export interface AuditFilter {
  /** A model's name, or a version of it: "titanic/2". */
  subject?: string | null | undefined;
  actor?: string | null | undefined;
  version?: number | undefined;
  action?: string | null | undefined;
  outcome?: "DONE" | "REFUSED" | "FAILED" | null | undefined;
  /** From then on. */
  since?: Date | null | undefined;
  /** Before then. */
  until?: Date | null | undefined;
}

/** Where-clause of the audit log's filters; a subject may name a version: "titanic/2". */
export function auditFilter({ subject, actor, version, action, outcome, since, until }: AuditFilter) {
  const [, name, numbered] = /^(.*)\/(\d{1,9})$/.exec(subject ?? "") ?? [];
  return {
    ...(subject ? { subject: name ?? subject } : {}),
    ...(actor ? { OR: [{ actorId: actor }, { actorName: actor }] } : {}),
    ...(numbered ? { version: Number(numbered) } : version ? { version } : {}),
    ...(action ? { action } : {}),
    ...(outcome ? { outcome } : {}),
    ...(since || until ? { at: { ...(since ? { gte: since } : {}), ...(until ? { lt: until } : {}) } } : {}),
  } satisfies Prisma.AuditEventWhereInput;
}

/**
 * The newest first. A part of the time is read by an index on the time, which orders events as the log does: an event is never before the
 * one before it.
 */
export function auditOrder({ since, until }: AuditFilter): Prisma.AuditEventOrderByWithRelationInput[] {
  return since || until ? [{ at: "desc" }, { seq: "desc" }] : [{ seq: "desc" }];
}

/** Where-clause of what lies behind an event in that order; null when there is no event of that id. */
export async function behindEvent(
  database: Database,
  id: string,
  { since, until }: AuditFilter,
): Promise<Prisma.AuditEventWhereInput | null> {
  const event = await database.auditEvent.findUnique({ where: { id }, select: { seq: true, at: true } });
  if (!event) return null;
  const { seq, at } = event;
  if (!since && !until) return { seq: { lt: seq } };
  // Said twice: the bound lets the index begin where the page does.
  return { at: { lte: at }, OR: [{ at: { lt: at } }, { seq: { lt: seq } }] };
}

const dayMs = 86_400_000;

/** How many events there are: by the tally of each whole day where it can tell, so that a list's length does not cost a walk of the log. */
export async function countAudit(database: Database, filter: AuditFilter): Promise<number> {
  const { subject, version, actor, action, outcome, since, until } = filter;
  if (subject || version) return database.auditEvent.count({ where: auditFilter(filter) });
  const from = since ? Math.ceil(since.getTime() / dayMs) * dayMs : null;
  const to = until ? Math.floor(until.getTime() / dayMs) * dayMs : null;
  // Within a day, or two that are not whole.
  if (from !== null && to !== null && from >= to) return database.auditEvent.count({ where: auditFilter(filter) });
  const edges = [
    ...(since && from !== null && since.getTime() < from ? [{ since, until: new Date(from) }] : []),
    ...(until && to !== null && to < until.getTime() ? [{ since: new Date(to), until }] : []),
  ];
  const [days, ...others] = await Promise.all([
    database.auditTally.aggregate({
      _sum: { events: true },
      where: {
        ...auditFilter({ actor, action, outcome }),
        ...(from === null && to === null
          ? {}
          : {
              day: { ...(from === null ? {} : { gte: new Date(from) }), ...(to === null ? {} : { lt: new Date(to) }) },
            }),
      },
    }),
    ...edges.map((edge) => database.auditEvent.count({ where: auditFilter({ actor, action, outcome, ...edge }) })),
  ]);
  return Number(days._sum.events ?? 0n) + others.reduce((sum, count) => sum + count, 0);
}
