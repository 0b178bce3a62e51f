import { randomUUID } from "node:crypto";
import type { Turn } from "../../prisma/client/client.ts";
import type { Interpretation } from "../language/interpreter.ts";
import type { Database, Prisma, Transaction } from "../platform/database.ts";
import { notice } from "../platform/pub-sub.ts";
import { appendEvents, type NewChatEvent } from "./events.ts";
import { dropFollowUps, keepFollowUps, type Later } from "./follow-ups.ts";
import type { Pending } from "./pending.ts";
import { type Card, type Focus, focusAfter, focusSchema, type Reply } from "./reply.ts";
import { lockThread, resolvePending } from "./turns.ts";
import { usageColumns } from "./usage.ts";

/** A request that a turn opens; its card needs the id, so the id is made first. */
export interface OpenedRequest {
  id: string;
  agentRunId: string;
  pending: Pending;
  schema: object;
}

/** A turn as it ends: with the run that waits for what it asks, and the request that was open when it began. */
export type EndedTurn = Omit<TurnResult, "opens"> & {
  opens?: OpenedRequest & { agentRun: Uint8Array<ArrayBuffer> };
  found: string | undefined;
};

export interface TurnResult {
  reply: Reply;
  interpretation: Interpretation;
  /** A question that this turn asks. An open one of the thread gives way to it. */
  opens?: OpenedRequest;
  /** An open question that stays, and was asked again in words: its card is the one of the turn that asked first. */
  repeats?: { id: string; kind: Pending["kind"] };
  /** A question that this turn answered or cancelled in words. */
  resolves?: { id: string; status: "ANSWERED" | "CANCELLED" | "EXPIRED" };
  /** What is served when trainings that this turn began have ended. */
  later?: readonly Later[];
  /** What waits for trainings in this thread is called off, or asked for anew. */
  dropsLater?: boolean;
}

/** Pieces of a reply as a client shows it coming: sentence by sentence, at most a few dozen. */
function* pieces(content: string): Generator<string> {
  const parts = content.match(/[^\n.!?]*[\n.!?]+\s*|[^\n.!?]+$/g) ?? [];
  const size = Math.ceil(parts.length / 24) || 1;
  for (let index = 0; index < parts.length; index += size) yield parts.slice(index, index + size).join("");
}

/** What is told of a reply that is there: its text in pieces, its cards, what it waits for. */
export function replyEvents(
  turnId: string,
  reply: Reply,
  pending: { id: string; kind: string } | null,
): NewChatEvent[] {
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
 * @returns the turn as it is now; null when it was not ours to end
 */
export async function completeTurn(database: Database, turn: Turn, result: EndedTurn): Promise<Turn | null> {
  const { usage, ...interpretation } = result.interpretation;
  const { reply, opens, resolves, found } = result;
  const waitsFor = opens ? { id: opens.id, kind: opens.pending.kind } : (result.repeats ?? null);
  return database.$transaction(async (tx) => {
    const thread = await lockThread(tx, turn.threadId);
    const ended = await endTurn(tx, turn, {
      status: "COMPLETED",
      kind: reply.kind,
      content: reply.content,
      cards: reply.cards as Prisma.InputJsonValue,
      interpretation: interpretation as object,
      ...usageColumns(usage),
      suggestions: reply.suggestions,
      pendingId: result.repeats?.id ?? null,
    });
    if (!ended) return null;
    if (resolves) await resolvePending(tx, resolves.id, resolves.status, turn.id);
    if (opens) await openRequest(tx, turn, opens);
    // Only a request that this turn has closed: the run of one that another turn was accepted for still waits for that turn.
    if (found) {
      await tx.pendingRequest.updateMany({ where: { id: found, resolvedById: turn.id }, data: { agentRun: null } });
    }
    if (result.dropsLater) await dropFollowUps(tx, turn.threadId);
    await keepFollowUps(tx, turn, result.later ?? []);
    const focus = focusAfter(focusSchema.parse(thread.focus) as Focus, reply.focus);
    await tx.thread.updateMany({ where: { id: turn.threadId }, data: { focus } });
    await appendEvents(tx, turn.threadId, replyEvents(turn.id, reply, waitsFor), turnNotice(turn));
    return { ...ended, pendingId: waitsFor?.id ?? null };
  });
}

/** Ends a turn that can't be served. The person is told; a question that it had an answer to is open again, since that came to nothing. */
export async function failTurn(database: Database, turn: Turn, message: string): Promise<void> {
  await database.$transaction(async (tx) => {
    await lockThread(tx, turn.threadId);
    const pendingId = await reopenRequest(tx, turn);
    if (!(await endTurn(tx, turn, { status: "FAILED", kind: "ERROR", content: message, pendingId }))) return;
    const failed = { turnId: turn.id, type: "TURN_FAILED" as const, payload: { code: "FAULT", message } };
    await appendEvents(tx, turn.threadId, [failed], turnNotice(turn));
  });
}

/** Writes down how a turn ended. @returns the row; null when the turn is not this attempt's any more */
async function endTurn(
  tx: Transaction,
  { id, attempt }: Turn,
  end: Prisma.TurnUncheckedUpdateInput,
): Promise<Turn | null> {
  const [ended] = await tx.turn.updateManyAndReturn({
    where: { id, attempt, status: "RUNNING" },
    data: { ...end, leaseUntil: null, completedAt: new Date() },
  });
  return ended ?? null;
}

/** Opens the request again that a turn has answered, when that comes to nothing. @returns the request that is open again, if there is one; none while another one of the thread is open */
export async function reopenRequest(tx: Transaction, { id, threadId }: Turn): Promise<string | null> {
  const [request] = await tx.pendingRequest.findMany({
    where: { threadId, OR: [{ status: "OPEN" }, { resolvedById: id, agentRun: { not: null } }] },
    orderBy: { status: "asc" },
    select: { id: true, status: true },
  });
  if (!request || request.status === "OPEN") return null;
  const data = { status: "OPEN", resolvedAt: null, resolvedById: null } as const;
  await tx.pendingRequest.update({ where: { id: request.id }, data });
  return request.id;
}

/** Opens a request, in the place of one that the thread may have open. */
async function openRequest(
  tx: Transaction,
  turn: Turn,
  { id, agentRunId, agentRun, pending, schema }: NonNullable<EndedTurn["opens"]>,
): Promise<void> {
  await tx.pendingRequest.updateMany({
    where: { threadId: turn.threadId, status: "OPEN" },
    data: { status: "SUPERSEDED", resolvedAt: new Date(), resolvedById: turn.id, agentRun: null },
  });
  await tx.pendingRequest.createMany({
    data: {
      id,
      threadId: turn.threadId,
      agentRunId,
      agentRun,
      kind: pending.kind,
      request: pending as Prisma.InputJsonObject,
      schema: schema as Prisma.InputJsonObject,
      missing: pending.kind === "FEATURES" ? pending.missing : [],
      expiresAt: pending.kind === "CONFIRMATION" ? new Date(pending.expiresAt) : null,
    },
  });
  await tx.turn.updateMany({ where: { id: turn.id }, data: { pendingId: id } });
}

/** The thread's next turn may be claimed. */
export function turnNotice({ threadId }: Turn): Prisma.Sql {
  return notice("turn", { threadId });
}

/** A new id for a request that a turn opens. */
export function newRequestId(): string {
  return randomUUID();
}
