import { z } from "zod";
import { firstSteps } from "../../../agent/first-steps.ts";
import { nextSteps } from "../../../agent/intents/help.ts";
import { emptyInterpretation } from "../../../agent/serve-turn.ts";
import { readWorld } from "../../../agent/world.ts";
import { eventsOf } from "../../../chat/events.ts";
import { pendingStatus } from "../../../chat/pending-requests.ts";
import { cardSchema, type ReplyKind as ReplyKindName } from "../../../chat/reply.ts";
import { ownThreads } from "../../../chat/search-threads.ts";
import { endedTurns, isTurnId } from "../../../chat/turns.ts";
import type { Interpretation as InterpretationShape } from "../../../language/interpreter.ts";
import { InvalidInputError, LimitExceededError, UnavailableError } from "../../../platform/errors.ts";
import { noteLogIds } from "../../../platform/log-ids.ts";
import { seqCursor } from "../../../platform/seq-cursor.ts";
import { builder } from "../builder.ts";
import { scopeOf } from "../context.ts";
import { openStream } from "../open-stream.ts";
import { checkPage, pageSizes, pagesOf } from "../pages.ts";
import { Card } from "./cards.ts";
import { ChatEventType, PendingKind, PendingStatus, ReplyKind, TurnStatus } from "./enums.ts";
import { commonErrors } from "./errors.ts";
import { Interpretation } from "./interpretation.ts";

builder.prismaObject("PendingRequest", {
  description: "What a thread waits for: missing features, a choice, or a confirmation.",
  fields: (t) => ({
    id: t.exposeID("id"),
    kind: t.expose("kind", { type: PendingKind }),
    status: t.field({
      type: PendingStatus,
      select: { status: true, expiresAt: true },
      resolve: (request, _args, { services }) => pendingStatus(request, services.clock.now()),
    }),
    schema: t.expose("schema", {
      type: "JSON",
      description:
        'JSON Schema (draft 2020-12) of the answer that Mutation.answer takes. {"cancel": true} calls any request off.',
    }),
    missing: t.exposeStringList("missing"),
    expiresAt: t.expose("expiresAt", { type: "DateTime", nullable: true }),
  }),
});

interface TokenUsageShape {
  inputTokens: number;
  outputTokens: number;
  estimated: boolean;
  cost: number | null;
  currency: string | null;
}

const TokenUsage = builder.objectRef<TokenUsageShape>("TokenUsage").implement({
  description: "Tokens of a language model, and what they cost.",
  fields: (t) => ({
    inputTokens: t.exposeInt("inputTokens"),
    outputTokens: t.exposeInt("outputTokens"),
    estimated: t.exposeBoolean("estimated", {
      description: "The provider did not count all of it: the rest is estimated from the length of the texts.",
    }),
    cost: t.exposeFloat("cost", {
      nullable: true,
      description: "By the prices that were configured then; null when there were none.",
    }),
    currency: t.exposeString("currency", { nullable: true, description: "Of the cost; ISO 4217." }),
  }),
});

export const ChatTurn = builder.prismaObject("Turn", {
  name: "ChatTurn",
  description:
    "One exchange. The mutation returns it complete; Subscription.chatReply streams the same turn as it is made.",
  fields: (t) => ({
    id: t.exposeID("id"),
    threadId: t.exposeID("threadId"),
    message: t.exposeString("message", {
      description: "What the person said; for a form or a button, what it amounts to.",
    }),
    status: t.expose("status", { type: TurnStatus }),
    kind: t.field({
      type: ReplyKind,
      select: { kind: true },
      // Only turns that have ended are shown as turns, and each of them has a kind.
      resolve: (turn) => (turn.kind ?? "ERROR") as ReplyKindName,
    }),
    content: t.string({ description: "Markdown.", select: { content: true }, resolve: (turn) => turn.content ?? "" }),
    cards: t.field({
      type: [Card],
      description: "Typed payload for rich display, in the order to show.",
      select: { cards: true },
      resolve: (turn) => cardSchema.array().parse(turn.cards),
    }),
    pending: t.relation("pending", { nullable: true, description: "What is being waited for, if anything." }),
    interpretation: t.field({
      type: Interpretation,
      description: "How the message was understood.",
      select: { interpretation: true },
      resolve: (turn) => (turn.interpretation as InterpretationShape | null) ?? emptyInterpretation,
    }),
    usage: t.field({
      type: TokenUsage,
      nullable: true,
      description: "What reading the message took of the language model; null when none was asked.",
      select: { inputTokens: true, outputTokens: true, usageEstimated: true, cost: true, currency: true },
      resolve: ({ inputTokens, outputTokens, usageEstimated, cost, currency }) =>
        inputTokens === null || outputTokens === null
          ? null
          : { inputTokens, outputTokens, estimated: usageEstimated ?? false, cost, currency },
    }),
    suggestions: t.exposeStringList("suggestions", { description: "Messages that would be a good next thing to say." }),
    createdAt: t.expose("createdAt", { type: "DateTime" }),
  }),
});

const WaitingTurn = builder.prismaObject("Turn", {
  variant: "WaitingTurn",
  description: "A message whose reply is not there yet; Subscription.chatReply tells how it comes.",
  fields: (t) => ({
    id: t.exposeID("id"),
    message: t.exposeString("message"),
    status: t.expose("status", { type: TurnStatus }),
    createdAt: t.expose("createdAt", { type: "DateTime" }),
  }),
});

const turnPages = pagesOf(20, 200, true);

export const ChatThread = builder.prismaObject("Thread", {
  name: "ChatThread",
  fields: (t) => ({
    id: t.exposeID("id"),
    title: t.exposeString("title"),
    lastSeq: t.exposeInt("lastSeq", {
      description: "The newest event's seq: pass it to chatReply as `after` to follow from here.",
    }),
    turns: t.relatedConnection(
      "turns",
      {
        cursor: "id",
        ...turnPages,
        totalCount: true,
        description: "Those that have been replied to, in the order said; take the newest with `last`.",
        query: (page) => {
          checkPage(page, turnPages, isTurnId);
          return { where: endedTurns, orderBy: { position: "asc" } };
        },
      },
      { name: "ChatTurnConnection" },
      { name: "ChatTurnEdge" },
    ),
    waiting: t.relation("turns", {
      type: WaitingTurn,
      args: {},
      description:
        "Messages whose reply is not there yet, in the order said. Few: a thread takes no more while many wait.",
      query: { where: { NOT: endedTurns }, orderBy: { position: "asc" } },
    }),
    pending: t.prismaField({
      type: "PendingRequest",
      nullable: true,
      description: "The open question, if any.",
      select: { id: true },
      resolve: (query, thread, _args, { services }) =>
        services.database.pendingRequest.findFirst({
          ...query,
          where: {
            threadId: thread.id,
            status: "OPEN",
            OR: [{ expiresAt: null }, { expiresAt: { gt: services.clock.now() } }],
          },
        }),
    }),
    suggestions: t.stringList({
      description: "Messages that would be a good next thing to say.",
      select: { id: true },
      resolve: async (thread, _args, context) => {
        const last = await context.services.database.turn.findFirst({
          where: { threadId: thread.id, status: "COMPLETED" },
          orderBy: { position: "desc" },
          select: { suggestions: true },
        });
        return last?.suggestions ?? nextSteps(await readWorld(scopeOf(context)));
      },
    }),
    createdAt: t.expose("createdAt", { type: "DateTime" }),
    updatedAt: t.expose("updatedAt", { type: "DateTime" }),
  }),
});

const isUuid = (text: string) => z.uuid().safeParse(text).success;

builder.queryFields((t) => ({
  thread: t.prismaField({
    type: "Thread",
    nullable: true,
    authScopes: { permission: "chat:use" },
    args: { id: t.arg.id({ required: true }) },
    resolve: (query, _parent, { id }, { services, actor }) =>
      isUuid(id) ? services.database.thread.findFirst({ ...query, where: { id, actorId: actor.id } }) : null,
  }),
  turn: t.prismaField({
    type: "Turn",
    nullable: true,
    description: "Null as long as there is no reply.",
    authScopes: { permission: "chat:use" },
    args: { id: t.arg.id({ required: true }) },
    resolve: (query, _parent, { id }, { services, actor }) =>
      services.database.turn.findFirst({ ...query, where: { id, actorId: actor.id, ...endedTurns } }),
  }),
  threads: t.prismaConnection(
    {
      type: "Thread",
      cursor: "id",
      ...pageSizes,
      description: "The one spoken in last comes first.",
      authScopes: { permission: "chat:use" },
      args: {
        search: t.arg.string({
          description: "Words that all stand in the title, the messages or the replies, in upper or lower case.",
        }),
      },
      totalCount: (_parent, { search }, { services, actor }) =>
        services.database.thread.count({ where: ownThreads(actor, search) }),
      resolve: (query, _parent, { search, ...page }, { services, actor }) => {
        checkPage(page, pageSizes);
        const orderBy = [{ updatedAt: "desc" as const }, { id: "asc" as const }];
        return services.database.thread.findMany({ ...query, where: ownThreads(actor, search), orderBy });
      },
    },
    { name: "ChatThreadConnection" },
    { name: "ChatThreadEdge" },
  ),
  suggestions: t.stringList({
    description: "Messages that would be a good first thing to say.",
    authScopes: { permission: "chat:use" },
    resolve: async (_parent, _args, context) =>
      firstSteps(await readWorld(scopeOf(context)), context.actor.permissions),
  }),
}));

const ChatInput = builder.inputType("ChatInput", {
  fields: (t) => ({
    threadId: t.id({
      description:
        "Omit to open a new thread. A UUID of the client's own that names no thread yet opens one with that id, so that a client can subscribe to chatReply before it sends its first message.",
    }),
    message: t.string({ required: true }),
    turnId: t.id({ description: "Chosen by the client: the same id sent twice is one turn, and answers the same." }),
  }),
});

const ChatResult = builder.errorUnion("ChatResult", {
  types: [ChatTurn, ...commonErrors, LimitExceededError, UnavailableError],
  resolveType: () => "ChatTurn",
});

builder.mutationFields((t) => ({
  chat: t.field({
    type: ChatResult,
    description: "Says something, and waits for the reply.",
    args: { input: t.arg({ type: ChatInput, required: true }) },
    resolve: async (_parent, { input: { threadId, turnId, message } }, { conversation, actor, requestId, signal }) => {
      if (threadId && isUuid(threadId)) noteLogIds({ threadId });
      const said = { threadId: threadId ?? null, turnId: turnId ?? null, message };
      return ChatTurn.addBrand(await conversation.send(said, { actor, requestId, signal }));
    },
  }),
  answer: t.field({
    type: ChatResult,
    description: "Answers a pending request from a form or a button; free text through chat does the same.",
    args: { requestId: t.arg.id({ required: true }), values: t.arg({ type: "JSON", required: true }) },
    resolve: async (_parent, args, { conversation, actor, requestId, signal }) =>
      ChatTurn.addBrand(await conversation.answer(args.requestId, args.values, { actor, requestId, signal })),
  }),
}));

interface ChatEventShape {
  seq: number;
  turnId: string;
  type: (typeof ChatEventType)["$inferType"];
  payload: unknown;
}

const ChatEvent = builder.objectRef<ChatEventShape>("ChatEvent").implement({
  fields: (t) => ({
    seq: t.exposeInt("seq", {
      description:
        "Strictly increasing inside a thread; pass the last one seen as `after` to resume with nothing lost or repeated.",
    }),
    turnId: t.exposeID("turnId"),
    type: t.expose("type", { type: ChatEventType }),
    payload: t.field({
      type: "JSON",
      description:
        "TURN_STARTED {message, createdAt, attempt: a second one begins the turn anew} · STEP {step, label} · TOKEN {text} · CARD {index, card} · PENDING {id, kind} · TURN_COMPLETED {kind} · TURN_FAILED {code, message}",
      resolve: (event) => event.payload,
    }),
  }),
});

builder.subscriptionField("chatReply", (t) =>
  t.field({
    type: ChatEvent,
    description:
      "A thread's events after `after` (from the first one when omitted), then what comes. The thread need not exist yet; when it is deleted the stream ends with the error NOT_FOUND. An `after` that the thread has not come to is INVALID_INPUT.",
    authScopes: { permission: "chat:use" },
    args: { threadId: t.arg.id({ required: true }), after: t.arg.int() },
    subscribe: (_parent, { threadId, after }, context) => {
      const { database, pubSub } = context.services;
      return openStream(context, () => {
        if (!isUuid(threadId)) {
          throw new InvalidInputError("threadId must be a UUID.", [{ path: "threadId", message: "must be a UUID" }]);
        }
        noteLogIds({ threadId });
        return {
          after: seqCursor(after),
          read: eventsOf(database, threadId, context.actor),
          subscribe: (wake) => {
            const stops = [
              pubSub.listen("chat_event", (message) => {
                if (message.threadId === threadId) wake();
              }),
              pubSub.onGap(wake),
            ];
            return () => stops.forEach((stop) => void stop());
          },
        };
      });
    },
    resolve: (event) => event,
  }),
);
