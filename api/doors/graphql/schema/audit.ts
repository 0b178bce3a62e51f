import { runRead } from "../../../actions/run-action.ts";
import { answerOf, auditActions, commentOf } from "../../../audit/audit-events.ts";
import { auditFilter, auditOrder, behindEvent, countAudit } from "../../../audit/audit-filter.ts";
import { type AuditVerification as Verification, verifyAuditLog } from "../../../audit/verify-audit-log.ts";
import { builder } from "../builder.ts";
import { scopeOf } from "../context.ts";
import { checkPage, pagesOf } from "../pages.ts";
import { AuditOutcome } from "./enums.ts";
import { Actor } from "./identity.ts";

builder.prismaObject("AuditEvent", {
  description:
    "Who did what, when, why, and what it changed. Written in the transaction of the change, and chained by hash.",
  fields: (t) => ({
    id: t.exposeID("id"),
    seq: t.int({ select: { seq: true }, resolve: (event) => Number(event.seq) }),
    at: t.expose("at", { type: "DateTime" }),
    actor: t.field({
      type: Actor,
      select: { actorId: true, actorName: true },
      resolve: (event) => ({ id: event.actorId, name: event.actorName }),
    }),
    action: t.exposeString("action"),
    outcome: t.expose("outcome", { type: AuditOutcome }),
    subject: t.exposeString("subject"),
    version: t.exposeInt("version", { nullable: true }),
    summary: t.exposeString("summary"),
    details: t.expose("details", { type: "JSON" }),
    before: t.expose("before", { type: "JSON", nullable: true }),
    after: t.expose("after", { type: "JSON", nullable: true }),
    message: t.exposeString("message", { nullable: true, description: "In a chat: the message that asked for it." }),
    answer: t.string({
      nullable: true,
      description:
        'In a chat: the answer that confirmed or completed what was asked for, "yes" say; null when none was needed.',
      select: { details: true },
      resolve: ({ details }) => answerOf(details)?.message ?? null,
    }),
    comment: t.string({
      nullable: true,
      description: "Why, in the words of who did it; null when they said nothing.",
      select: { details: true },
      resolve: ({ details }) => commentOf(details),
    }),
    threadId: t.exposeID("threadId", { nullable: true }),
    turnId: t.exposeID("turnId", { nullable: true, description: "The turn of the message." }),
    requestId: t.exposeString("requestId"),
    hash: t.exposeString("hash"),
    previousHash: t.exposeString("previousHash"),
  }),
});

const AuditVerification = builder.objectRef<Verification>("AuditVerification").implement({
  fields: (t) => ({
    valid: t.exposeBoolean("valid"),
    checked: t.exposeInt("checked", { description: "Events walked." }),
    brokenAt: t.exposeInt("brokenAt", { nullable: true, description: "The seq of the first event that does not fit." }),
    reason: t.exposeString("reason", { nullable: true }),
    headHash: t.exposeString("headHash", { description: "Note it elsewhere, and a log that was cut short shows too." }),
  }),
});

const AuditAction = builder.enumType("AuditAction", {
  description: "What can stand in the audit log, by the name that an event's `action` has.",
  values: auditActions,
});

const auditPages = pagesOf(50, 500);

builder.queryFields((t) => ({
  auditLog: t.prismaConnection(
    {
      type: "AuditEvent",
      cursor: "id",
      ...auditPages,
      authScopes: { permission: "audit:read" },
      args: {
        subject: t.arg.string({ description: 'A model\'s name, or a version of it: "titanic/2".' }),
        actor: t.arg.string({ description: "An actor's id or name." }),
        action: t.arg({ type: AuditAction }),
        outcome: t.arg({ type: AuditOutcome }),
        since: t.arg({ type: "DateTime", description: "From then on." }),
        until: t.arg({ type: "DateTime", description: "Before then." }),
      },
      totalCount: (_parent, filter, { services }) => countAudit(services.database, filter),
      resolve: async ({ cursor, skip: _skip, ...query }, _parent, { first, after, ...filter }, { services }) => {
        checkPage({ first, after }, auditPages);
        const { database } = services;
        const behind = cursor?.id ? await behindEvent(database, cursor.id, filter) : {};
        if (!behind) return [];
        const where = { AND: [auditFilter(filter), behind] };
        return database.auditEvent.findMany({ ...query, where, orderBy: auditOrder(filter) });
      },
    },
    { name: "AuditEventConnection" },
    { name: "AuditEventEdge" },
  ),
  verifyAuditLog: t.field({
    type: AuditVerification,
    description: "Walks the chain and says whether it is whole.",
    complexity: 500,
    resolve: (_parent, _args, context) => runRead(verifyAuditLog, {}, scopeOf(context)),
  }),
}));
