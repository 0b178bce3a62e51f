import { randomUUID } from "node:crypto";
import type { Prisma, Turn } from "../../prisma/client/client.ts";
import type { Interpretation } from "../language/interpreter.ts";
import type { Database, Transaction } from "../platform/database.ts";
import type { PubSub } from "../platform/pub-sub.ts";
import { appendEvents, type NewChatEvent } from "./events.ts";
import type { Pending } from "./pending.ts";
import { type Card, focusSchema, type Reply } from "./reply.ts";
import { lockThread, resolvePending } from "./turns.ts";
import { usageColumns } from "./usage.ts";

/** A request that a turn opens; its card needs the id, so the id is made first. */
export interface OpenedRequest {
  id: string;
  agentRunId: string;
  pending: Pending;
  schema: object;
}

export interface TurnResult {
  reply: Reply;
  interpretation: Interpretation;
  /** A question that this turn asks. An open one of the thread gives way to it. */
  opens?: OpenedRequest;
  /** An open question that stays, and was asked again in words: its card is the one of the turn that asked first. */
  repeats?: { id: string; kind: Pending["kind"] };
  /** A question that this turn answered or cancelled in words. */
  resolves?: { id: string; status: "ANSWERED" | "CANCELLED" | "EXPIRED" };
}

/** Pieces of a reply as a client shows it coming: sentence by sentence, at most a few dozen. */
function* pieces(content: string): Generator<string> {
  const parts = content.match(/[^\n.!?]*[\n.!?]+\s*|[^\n.!?]+$/g) ?? [];
  const size = Math.ceil(parts.length / 24) || 1;
  for (let index = 0; index < parts.length; index += size) yield parts.slice(index, index + size).join("");
}

function replyEvents(turnId: string, reply: Reply, pending: { id: string; kind: string } | null): NewChatEvent[] {
  return [
    ...[...pieces(reply.content)].map((text) => ({ turnId, type: "TOKEN" as const, payload: { text } })),
    ...reply.cards.map((card, index) => ({
      turnId,
      type: "CARD" as const,
      payload: { index, card: cardPayload(card) },
    })),
    ...(pending ? [{ turnId, type: "PENDING" as const, payload: pending }] : []),
    { turnId, type: "TURN_COMPLETED" as const, payload: { kind: reply.kind } },
  ];
}

function cardPayload({ type, ...card }: Card): Prisma.InputJsonObject {
  return { __typename: type, ...card } as Prisma.InputJsonObject;
}

/**
 * Ends a turn: the reply, what is asked, the thread's focus and all events in one transaction. Does nothing when the turn is not
 * this attempt's any more.
 * @returns whether it was ours to end
 */
export async function completeTurn(
  database: Database,
  pubSub: PubSub,
  turn: Turn,
  result: TurnResult,
): Promise<boolean> {
  const { usage, ...interpretation } = result.interpretation;
  const { reply, opens } = result;
  return database.$transaction(async (tx) => {
    await lockThread(tx, turn.threadId);
    if (!(await isOurs(tx, turn))) return false;
    if (result.resolves) await resolvePending(tx, result.resolves.id, result.resolves.status, turn.id);
    if (opens) {
      await tx.pendingRequest.updateMany({
        where: { threadId: turn.threadId, status: "OPEN" },
        data: { status: "SUPERSEDED", resolvedAt: new Date(), resolvedById: turn.id },
      });
      await tx.pendingRequest.create({
        data: {
          id: opens.id,
          threadId: turn.threadId,
          agentRunId: opens.agentRunId,
          kind: opens.pending.kind,
          request: opens.pending as Prisma.InputJsonObject,
          schema: opens.schema as Prisma.InputJsonObject,
          missing: opens.pending.kind === "FEATURES" ? opens.pending.missing : [],
          expiresAt: opens.pending.kind === "CONFIRMATION" ? new Date(opens.pending.expiresAt) : null,
        },
      });
    }
    const waitsFor = opens ? { id: opens.id, kind: opens.pending.kind } : (result.repeats ?? null);
    const thread = await tx.thread.findUniqueOrThrow({ where: { id: turn.threadId }, select: { focus: true } });
    const focus = { ...focusSchema.parse(thread.focus), ...reply.focus };
    await tx.thread.update({ where: { id: turn.threadId }, data: { focus } });
    await tx.turn.update({
      where: { id: turn.id },
      data: {
        status: "COMPLETED",
        kind: reply.kind,
        content: reply.content,
        cards: reply.cards as Prisma.InputJsonValue,
        interpretation: interpretation as object,
        ...usageColumns(usage),
        suggestions: reply.suggestions,
        pendingId: waitsFor?.id ?? null,
        leaseUntil: null,
        completedAt: new Date(),
      },
    });
    await appendEvents(tx, pubSub, turn.threadId, replyEvents(turn.id, reply, waitsFor));
    await pubSub.publish(tx, "turn", { threadId: turn.threadId });
    return true;
  });
}

/** Ends a turn that can't be served. The person is told; nothing is left hanging. */
export async function failTurn(database: Database, pubSub: PubSub, turn: Turn, message: string): Promise<void> {
  await database.$transaction(async (tx) => {
    await lockThread(tx, turn.threadId);
    if (!(await isOurs(tx, turn))) return;
    await tx.turn.update({
      where: { id: turn.id },
      data: { status: "FAILED", kind: "ERROR", content: message, leaseUntil: null, completedAt: new Date() },
    });
    await appendEvents(tx, pubSub, turn.threadId, [
      { turnId: turn.id, type: "TURN_FAILED", payload: { code: "FAULT", message } },
    ]);
    await pubSub.publish(tx, "turn", { threadId: turn.threadId });
  });
}

async function isOurs(tx: Transaction, turn: Turn): Promise<boolean> {
  const now = await tx.turn.findUnique({ where: { id: turn.id }, select: { status: true, attempt: true } });
  return now?.status === "RUNNING" && now.attempt === turn.attempt;
}

/** A new id for a request that a turn opens. */
export function newRequestId(): string {
  return randomUUID();
}
