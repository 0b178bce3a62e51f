import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { PendingRequest, Prisma, Thread, Turn } from "../../prisma/client/client.ts";
import type { Actor } from "../identity/actor.ts";
import type { Database, Transaction } from "../platform/database.ts";
import { ConflictError, InvalidInputError, LimitExceededError, NotFoundError } from "../platform/errors.ts";
import { storableJson, storableText } from "../platform/storable.ts";
import type { PendingAnswer } from "./pending.ts";
import { longestMessage, threadTitle } from "./reply.ts";

/** Turns of one thread that may wait at once. */
const mostWaiting = 20;
const uuid = z.uuid();

/** Turns that have a reply, if only that there is none. */
export const endedTurns = { status: { in: ["COMPLETED", "FAILED"] } } satisfies Prisma.TurnWhereInput;

export interface NewTurn {
  threadId?: string | null | undefined;
  turnId?: string | null | undefined;
  message: string;
  actor: Actor;
  requestId: string;
}

/**
 * Writes down what a person said, as a turn that waits to be served. The same turn id again returns the turn that there is.
 * @throws {InvalidInputError} empty message, or an id that can't be one
 * @throws {LimitExceededError} message too long, or too many turns waiting in the thread
 * @throws {ConflictError} the turn id belongs to another thread
 */
export async function openTurn(database: Database, input: NewTurn): Promise<Turn> {
  checkLength(input.message);
  const message = storableText(input.message, longestMessage).trim();
  if (message === "" || /^[\uFFFD\p{C}\s]*$/u.test(message)) {
    throw new InvalidInputError("The message is empty. Say what you would like to do, or ask for help.", [
      { path: "message", message: "must hold some text" },
    ]);
  }
  const turnId = turnIdOf(input.turnId);
  const threadId = input.threadId ?? randomUUID();
  if (!uuid.safeParse(threadId).success) {
    throw new InvalidInputError("threadId must be a UUID.", [{ path: "threadId", message: "must be a UUID" }]);
  }
  return database.$transaction(async (tx) => {
    // Twins that name no thread would each open one: the second waits here, and finds the first one's turn.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${turnId}, 1))`;
    const existing = await tx.turn.findUnique({ where: { id: turnId } });
    if (existing) return sameTurn(existing, input.threadId);
    await tx.thread.createMany({
      data: [{ id: threadId, title: threadTitle(message), actorId: input.actor.id }],
      skipDuplicates: true,
    });
    return insertTurn(tx, { id: turnId, threadId, message, input });
  });
}

/** @throws {LimitExceededError} a message that is too long to be read */
export function checkLength({ length }: string): void {
  if (length <= longestMessage) return;
  throw new LimitExceededError(`A message has at most ${longestMessage} characters; this one has ${length}.`);
}

/**
 * Writes down an answer that came from a form or a button, as a turn; the request counts as answered from here on.
 * @throws {NotFoundError} no such request
 * @throws {ConflictError} it is not waiting any more
 */
export async function openAnswerTurn(
  database: Database,
  input: { request: PendingRequest; answer: PendingAnswer; message: string; actor: Actor; requestId: string },
): Promise<Turn> {
  return database.$transaction(async (tx) => {
    const id = randomUUID();
    await lockThread(tx, input.request.threadId);
    await resolvePending(tx, input.request.id, "cancel" in input.answer ? "CANCELLED" : "ANSWERED", id);
    const turn = await insertTurn(tx, { id, threadId: input.request.threadId, message: input.message, input });
    return tx.turn.update({
      where: { id: turn.id },
      data: { answersId: input.request.id, answerValues: storableJson(input.answer) as object },
    });
  });
}

/**
 * Ends a pending request, once: who comes second is told so.
 * @throws {ConflictError} it is not open any more, or expired
 */
export async function resolvePending(
  tx: Transaction,
  id: string,
  status: "ANSWERED" | "CANCELLED" | "SUPERSEDED" | "EXPIRED",
  turnId: string,
): Promise<void> {
  const { count } = await tx.pendingRequest.updateMany({
    where: {
      id,
      status: "OPEN",
      ...(status === "ANSWERED" ? { OR: [{ expiresAt: null }, { expiresAt: { gt: new Date() } }] } : {}),
    },
    data: { status, resolvedAt: new Date(), resolvedById: turnId },
  });
  if (count === 1) return;
  const request = await tx.pendingRequest.findUnique({ where: { id } });
  if (!request) throw new NotFoundError("There is no such request. It may belong to a conversation that was removed.");
  if (request.status === "ANSWERED" && request.resolvedById === turnId) return;
  throw new ConflictError(whyClosed(request));
}

/** Why a request can't be answered any more, and what to do. */
export function whyClosed(request: Pick<PendingRequest, "status" | "kind">): string {
  switch (request.status) {
    case "ANSWERED":
      return "This was answered already. Nothing was done twice.";
    case "CANCELLED":
      return "This was cancelled. Ask again if you still want it.";
    case "SUPERSEDED":
      return "Another request took this one's place. Ask again if you still want it.";
    case "EXPIRED":
    case "OPEN":
      return "This came too late: the question has expired. Ask again.";
  }
}

async function insertTurn(
  tx: Transaction,
  {
    id,
    threadId,
    message,
    input,
  }: { id: string; threadId: string; message: string; input: { actor: Actor; requestId: string } },
): Promise<Turn> {
  await lockThread(tx, threadId);
  // A twin of this request may have been first while we waited for the lock.
  const existing = await tx.turn.findUnique({ where: { id } });
  if (existing) return sameTurn(existing, threadId);
  const waiting = await tx.turn.count({ where: { threadId, status: { in: ["QUEUED", "RUNNING"] } } });
  if (waiting >= mostWaiting) {
    throw new LimitExceededError(
      `${waiting} messages of this conversation wait to be answered. Wait for some of them.`,
    );
  }
  const last = await tx.turn.findFirst({
    where: { threadId },
    orderBy: { position: "desc" },
    select: { position: true },
  });
  return tx.turn.create({
    data: {
      id,
      threadId,
      message: storableText(message, longestMessage),
      position: (last?.position ?? 0) + 1,
      actorId: input.actor.id,
      requestId: input.requestId,
    },
  });
}

export async function lockThread(tx: Transaction, threadId: string): Promise<Pick<Thread, "id">> {
  const rows = await tx.$queryRaw<
    { id: string }[]
  >`SELECT id::text AS id FROM thread WHERE id = ${threadId}::uuid FOR UPDATE`;
  if (!rows[0]) throw new NotFoundError("There is no such conversation.");
  return rows[0];
}

/** Whether a client may call a turn so. */
export function isTurnId(text: string): boolean {
  return /^[\w.:-]{1,100}$/.test(text);
}

function turnIdOf(given: string | null | undefined): string {
  if (given === null || given === undefined) return randomUUID();
  if (isTurnId(given)) return given;
  throw new InvalidInputError("turnId must have 1 to 100 letters, digits or . _ : -", [
    { path: "turnId", message: "must have 1 to 100 letters, digits or . _ : -" },
  ]);
}

function sameTurn(turn: Turn, threadId: string | null | undefined): Turn {
  if (threadId && turn.threadId !== threadId) {
    throw new ConflictError("This turnId belongs to a turn of another conversation. Choose a new one.");
  }
  return turn;
}
