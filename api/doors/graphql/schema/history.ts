import { ModelChangeKind as kinds, StageChangeReason as reasons } from "../../../../prisma/client/enums.ts";
import { runRead } from "../../../actions/run-action.ts";
import { type HistoryEntry as Entry, modelHistory } from "../../../models/model-history.ts";
import { productionAt } from "../../../models/production-at.ts";
import { builder } from "../builder.ts";
import type { GraphQLContext } from "../context.ts";
import { scopeOf } from "../context.ts";
import { checkPage, pageSizes } from "../pages.ts";
import { Stage } from "./enums.ts";
import { ModelVersion } from "./models.ts";

const HistoryEntryType = builder.enumType("HistoryEntryType", {
  description: "What was done: why a version changed its stage, or what else was changed.",
  values: [...Object.values(reasons), ...Object.values(kinds)],
});

const HistoryEntry = builder.objectRef<Entry>("HistoryEntry").implement({
  description:
    "One thing that was done to a model or to one of its versions. Appended when it happens, and never changed.",
  fields: (t) => ({
    id: t.id({ resolve: ({ id }) => String(id) }),
    type: t.expose("type", { type: HistoryEntryType }),
    version: t.exposeInt("version", { nullable: true, description: "Null when it was done to the model as a whole." }),
    from: t.expose("from", { type: Stage, nullable: true, description: "Of a stage change; null for a new version." }),
    to: t.expose("to", { type: Stage, nullable: true, description: "Of a stage change." }),
    name: t.exposeString("name", { nullable: true, description: "Of an alias: its name; of a tag: its key." }),
    at: t.expose("at", { type: "DateTime" }),
    actor: t.exposeString("actor", { description: "Who did it, by name." }),
    comment: t.exposeString("comment", { nullable: true, description: "Why, in the words of who did it." }),
    message: t.exposeString("message", { nullable: true, description: "In a chat: the sentence that asked for it." }),
    threadId: t.exposeID("threadId", { nullable: true, description: "Of that sentence; null once it was deleted." }),
    turnId: t.exposeID("turnId", { nullable: true }),
    planDigest: t.exposeString("planDigest", { nullable: true, description: "Of the plan that was carried out." }),
    requestId: t.exposeString("requestId"),
  }),
});

/** Cursors are ids of the log, as the other lists' cursors are ids of rows. */
const cursorOf = (id: bigint) => Buffer.from(`GPC:S:${id}`).toString("base64");
const idOf = (cursor: string) => BigInt(Buffer.from(cursor, "base64").toString("utf8").slice("GPC:S:".length));
const isLogId = (text: string) => /^\d{1,18}$/.test(text);

interface HistoryArguments {
  first?: number | null | undefined;
  after?: string | null | undefined;
  since?: Date | null | undefined;
  until?: Date | null | undefined;
}

async function historyPage(model: string, { first, after, since, until }: HistoryArguments, context: GraphQLContext) {
  checkPage({ first, after }, pageSizes, isLogId);
  const limit = first ?? pageSizes.defaultSize;
  const before = after ? { before: idOf(after) } : {};
  const { entries, next } =
    limit === 0
      ? { entries: [], next: null }
      : await runRead(modelHistory, { model, since, until, limit, ...before }, scopeOf(context));
  const edges = entries.map((node) => ({ cursor: cursorOf(node.id), node }));
  return {
    edges,
    pageInfo: {
      hasNextPage: next !== null,
      hasPreviousPage: Boolean(after),
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

const HistoryEdge = builder.edgeObject({ name: "HistoryEdge", type: HistoryEntry });
const HistoryConnection = builder.connectionObject({ name: "HistoryConnection", type: HistoryEntry }, HistoryEdge);

builder.queryFields((t) => ({
  modelHistory: t.connection(
    {
      type: HistoryEntry,
      ...pageSizes,
      description: modelHistory.description,
      args: {
        model: t.arg.string({ required: true }),
        since: t.arg({ type: "DateTime", description: "From then on." }),
        until: t.arg({ type: "DateTime", description: "Up to then: what had happened at that time." }),
      },
      resolve: (_parent, { model, ...page }, context) => historyPage(model, page, context),
    },
    HistoryConnection,
    HistoryEdge,
  ),
  productionAt: t.field({
    type: ModelVersion,
    nullable: true,
    description:
      "Which version of a model was in production at a time, also of a model that was removed since; null when none was. What the version tells of itself is how it stands now.",
    authScopes: { permission: "models:read" },
    args: {
      model: t.arg.string({ required: true }),
      at: t.arg({ type: "DateTime", required: true }),
    },
    resolve: async (_parent, { model, at }, { services }) =>
      (await productionAt(services.database, { model, at }))?.version ?? null,
  }),
}));

builder.prismaObjectField("Model", "history", (t) =>
  t.connection(
    {
      type: HistoryEntry,
      ...pageSizes,
      description: "What was done to it and its versions, the newest first; of all models that had its name.",
      args: {
        since: t.arg({ type: "DateTime", description: "From then on." }),
        until: t.arg({ type: "DateTime", description: "Up to then: what had happened at that time." }),
      },
      select: { name: true },
      resolve: ({ name }, page, context) => historyPage(name, page, context),
    },
    HistoryConnection,
    HistoryEdge,
  ),
);
