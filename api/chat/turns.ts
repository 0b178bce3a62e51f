import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { PendingRequest, Prisma, Thread, Turn } from "../../prisma/client/client.ts";
import { type Actor, localOwner } from "../identity/actor.ts";
import type { Database, Transaction } from "../platform/database.ts";
import { ConflictError, InvalidInputError, LimitExceededError, NotFoundError } from "../platform/errors.ts";
import { storableJson, storableText } from "../platform/storable.ts";
import { checkNotDeleted } from "./deleted-threads.ts";
import type { PendingAnswer } from "./pending.ts";
import { longestMessage, threadTitle } from "./reply.ts";

/** Turns of one thread that may wait at once. */
const mostWaiting = 20;
/** Turns of one person, in all of their threads: who sends more at once would have others wait. */
export const mostWaitingOfOne = 60;
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
 * @throws {LimitExceededError} message too long, or too many turns waiting in the thread, or of this person
 * @throws {ConflictError} the turn id belongs to another thread, or to another message
 * @throws {NotFoundError} the thread was deleted, or is another's
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
    // Twins wait for each other here, also those that name no thread: the second finds the first one's turn.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${turnId}, 1))`;
    const existing = await tx.turn.findUnique({ where: { id: turnId } });
    if (existing) return sameTurn(existing, input.actor, input.threadId, message);
    await checkWaiting(tx, input.actor);
    const opened = await tx.thread.createMany({
      data: [{ id: threadId, title: threadTitle(message), actorId: input.actor.id }],
      skipDuplicates: true,
    });
    const turn = { id: turnId, threadId, message, actorId: input.actor.id, requestId: input.requestId };
    if (opened.count === 1) {
      // Looked for after the insert, which waits for a deletion that is under way.
      if (input.threadId) await checkNotDeleted(tx, threadId);
      // A thread that was opened here is nobody else's before this commits.
      return tx.turn.create({ data: { ...turn, position: 1 } });
    }
    await lockOwnThread(tx, threadId, input.actor);
    return insertTurn(tx, turn);
  });
}

/** @throws {LimitExceededError} a message that is too long to be read */
export function checkLength({ length }: string): void {
  if (length <= longestMessage) return;
  throw new LimitExceededError(`A message has at most ${longestMessage} characters; this one has ${length}.`);
}

/**
 * Writes down an answer that came from a form or a button, as a turn; the request counts as answered from here on.
 * @throws {NotFoundError} no such request, or it is of another's conversation
 * @throws {ConflictError} it is not waiting any more
 */
export async function openAnswerTurn(
  database: Database,
  input: { request: PendingRequest; answer: PendingAnswer; message: string; actor: Actor; requestId: string },
): Promise<Turn> {
  return database.$transaction(async (tx) => {
    const id = randomUUID();
    const { request, answer } = input;
    await lockOwnThread(tx, request.threadId, input.actor);
    await resolvePending(tx, request.id, "cancel" in answer ? "CANCELLED" : "ANSWERED", id);
    return insertTurn(tx, {
      id,
      threadId: request.threadId,
      message: storableText(input.message, longestMessage),
      actorId: input.actor.id,
      requestId: input.requestId,
      answersId: request.id,
      answerValues: storableJson(answer) as object,
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
  // An earlier attempt at this turn, whose process died, had done so already.
  if (request.status === status && request.resolvedById === turnId) return;
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

/**
 * An installation without sign-in knows one person, whose limit is each thread's.
 * @throws {LimitExceededError} too many turns of theirs wait
 */
async function checkWaiting(tx: Transaction, { id }: Actor): Promise<void> {
  if (id === localOwner.id) return;
  const waiting = await tx.turn.count({ where: { actorId: id, status: { in: ["QUEUED", "RUNNING"] } } });
  if (waiting < mostWaitingOfOne) return;
  throw new LimitExceededError(`${waiting} of your messages wait to be answered. Wait for some of them.`);
}

/** Puts a turn behind the thread's others; the thread is locked. */
export async function insertTurn(
  tx: Transaction,
  turn: Omit<Prisma.TurnUncheckedCreateInput, "position">,
): Promise<Turn> {
  const [queue] = await tx.$queryRaw<[{ last: number | null; waiting: number }]>`
    SELECT max(position) AS last, count(*) FILTER (WHERE status IN ('QUEUED', 'RUNNING'))::int AS waiting
    FROM turn WHERE thread_id = ${turn.threadId}::uuid`;
  if (queue.waiting >= mostWaiting) {
    throw new LimitExceededError(
      `${queue.waiting} messages of this conversation wait to be answered. Wait for some of them.`,
    );
  }
  return tx.turn.create({ data: { ...turn, position: (queue.last ?? 0) + 1 } });
}

/** @throws {NotFoundError} the thread is gone */
export async function lockThread(tx: Transaction, threadId: string): Promise<Pick<Thread, "focus" | "actorId">> {
  const [thread] = await tx.$queryRaw<Pick<Thread, "focus" | "actorId">[]>`
    SELECT focus, actor_id AS "actorId" FROM thread WHERE id = ${threadId}::uuid FOR UPDATE`;
  if (!thread) throw noThread();
  return thread;
}

/** @throws {NotFoundError} the thread is gone, or another's: who asks is not told which */
async function lockOwnThread(tx: Transaction, threadId: string, actor: Actor): Promise<void> {
  if ((await lockThread(tx, threadId)).actorId !== actor.id) throw noThread();
}

export function noThread(): NotFoundError {
  return new NotFoundError("There is no such conversation.");
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

function sameTurn(turn: Turn, actor: Actor, threadId: string | null | undefined, message: string): Turn {
  if (turn.actorId !== actor.id || (threadId && turn.threadId !== threadId)) {
    throw new ConflictError("This turnId belongs to a turn of another conversation. Choose a new one.");
  }
  if (turn.message !== message) {
    throw new ConflictError("This turnId belongs to a turn with another message. Choose a new one for a new message.");
  }
  return turn;
}
