import type { PendingRequest, Turn } from "../../prisma/client/client.ts";
import type { Actor } from "../identity/actor.ts";
import type { SpentTokens } from "../language/interpreter.ts";
import type { Database } from "../platform/database.ts";
import type { PubSub } from "../platform/pub-sub.ts";
import { completeTurn, type EndedTurn, failTurn } from "./complete-turn.ts";
import { type NewChatEvent, tellOfOpenTurn } from "./events.ts";
import { openFollowUps } from "./follow-ups.ts";
import {
  claimTurn,
  findNextTurn,
  findOrphans,
  mostAttempts,
  type OpenTurn,
  releaseTurn,
  renewLease,
} from "./leases.ts";
import { isOwnThread } from "./own-thread.ts";
import { findPendingFor } from "./pending-requests.ts";
import { type Focus, focusSchema } from "./reply.ts";
import { holdTurn } from "./stopped-turn.ts";
import { lockThread, type NewTurn, openAnswerTurn, openTurn, resolvePending } from "./turns.ts";
import { spentIn } from "./usage.ts";

/** Threads, turns, events and pending requests, as the agent works with them: it never sees the database. */
export interface Chat {
  openTurn(input: NewTurn): Promise<Turn>;
  openAnswerTurn(input: Parameters<typeof openAnswerTurn>[1]): Promise<Turn>;
  findTurn(id: string): Promise<Turn | null>;
  /** A request of a conversation of the actor's own. */
  findRequest(id: string, actor: Actor): Promise<PendingRequest | null>;
  isOwnThread(threadId: string, actor: Actor): Promise<boolean>;
  findPendingFor(turn: Turn): Promise<PendingRequest | null>;
  focusOf(threadId: string): Promise<Focus>;
  /** What the thread has spent on the language model. */
  spentIn(threadId: string): Promise<SpentTokens>;
  /** Takes the turn for this process, if it may be served now and nobody serves it. */
  claim(turn: Turn | OpenTurn): Promise<Turn | null>;
  renew(turn: Turn): Promise<boolean>;
  release(turn: Turn): Promise<void>;
  findOrphans(): Promise<OpenTurn[]>;
  findNextTurn(threadId: string): Promise<OpenTurn | null>;
  /** Opens turns for what waited for trainings that have ended; of one thread, or of all. */
  openFollowUps(threadId?: string): Promise<OpenTurn[]>;
  /** @throws {ConflictError} someone else answered first, or the turn was stopped */
  takePending(id: string, status: "ANSWERED" | "CANCELLED", turnId: string): Promise<void>;
  /** Tells what happens in a turn; nothing of one that was stopped. */
  emit(threadId: string, events: NewChatEvent[]): Promise<void>;
  /** @returns the turn as it is now; null when it was not ours any more */
  complete(turn: Turn, result: EndedTurn): Promise<Turn | null>;
  fail(turn: Turn, message: string): Promise<void>;
  /** Calls back when a turn of the thread may be claimable, or done. */
  onTurn(threadId: string, listener: () => void): () => void;
  readonly mostAttempts: number;
}

export function openChat(database: Database, pubSub: PubSub): Chat {
  return {
    mostAttempts,
    openTurn: (input) => openTurn(database, input),
    openAnswerTurn: (input) => openAnswerTurn(database, input),
    findTurn: (id) => database.turn.findUnique({ where: { id } }),
    findRequest: (id, actor) => database.pendingRequest.findFirst({ where: { id, thread: { actorId: actor.id } } }),
    isOwnThread: (threadId, actor) => isOwnThread(database, threadId, actor),
    findPendingFor: (turn) => findPendingFor(database, turn),
    async focusOf(threadId) {
      const thread = await database.thread.findUniqueOrThrow({ where: { id: threadId }, select: { focus: true } });
      return focusSchema.parse(thread.focus) as Focus;
    },
    spentIn: (threadId) => spentIn(database, threadId),
    claim: (turn) => claimTurn(database, turn),
    renew: (turn) => renewLease(database, turn),
    release: (turn) => releaseTurn(database, turn),
    findOrphans: () => findOrphans(database),
    findNextTurn: (threadId) => findNextTurn(database, threadId),
    openFollowUps: (threadId) => openFollowUps(database, threadId),
    takePending: (id, status, turnId) =>
      database.$transaction(async (tx) => {
        const request = await tx.pendingRequest.findUnique({ where: { id }, select: { threadId: true } });
        if (request) await lockThread(tx, request.threadId);
        await holdTurn(tx, { turnId });
        await resolvePending(tx, id, status, turnId);
      }),
    emit: (threadId, events) => tellOfOpenTurn(database, threadId, events),
    complete: (turn, result) => completeTurn(database, turn, result),
    fail: (turn, message) => failTurn(database, turn, message),
    onTurn: (threadId, listener) =>
      pubSub.listen("turn", (message) => {
        if (message.threadId === threadId) listener();
      }),
  };
}
