import { z } from "zod";
import type { Turn } from "../../prisma/client/client.ts";
import type { Services } from "../actions/services.ts";
import type { Chat } from "../chat/chat.ts";
import type { OpenTurn } from "../chat/leases.ts";
import { parseAnswer } from "../chat/parse-answer.ts";
import { pendingSchema } from "../chat/pending.ts";
import { pendingStatus } from "../chat/pending-requests.ts";
import { checkLength, whyClosed } from "../chat/turns.ts";
import { type Actor, system } from "../identity/actor.ts";
import type { Interpretation, Interpreter } from "../language/interpreter.ts";
import { ConflictError, ForbiddenError, NotFoundError, UnavailableError } from "../platform/errors.ts";
import { isOutage } from "../platform/outage.ts";
import type { AgentContext, Step } from "./agent-context.ts";
import { interpretationContext } from "./nodes/interpret.ts";
import type { Runs } from "./runs.ts";
import { serveTurn } from "./serve-turn.ts";
import { learnNames, readWorld, refreshFocus } from "./world.ts";

/** Who speaks, and in which request. `signal` ends the waiting for the reply, not the reply. */
export interface Caller {
  actor: Actor;
  requestId: string;
  signal?: AbortSignal;
}

export interface ConversationOptions {
  services: Services;
  chat: Chat;
  interpreter: Interpreter;
  runs: Runs;
  confirmationMs: number;
}

const answerWithinMs = 90_000;
const renewEveryMs = 3_000;
const sweepEveryMs = 2_000;
const faultMessage =
  "Something went wrong on our side before this was finished. Look at what stands now, and say it again if it is still needed.";
/** How long a reply may wait for a database that is away. */
const outageMs = 15_000;

/** The way in for words, forms and buttons: one turn at a time in a thread, each served once, by whichever process is free. */
export class Conversation {
  readonly #options: ConversationOptions;
  /** Turns that this process serves right now. */
  readonly #serving = new Map<string, Promise<Turn | null>>();
  readonly #sweep: NodeJS.Timeout;
  readonly #stopping = new AbortController();
  #closing = false;
  #preparing: Promise<void> | undefined;

  constructor(options: ConversationOptions) {
    this.#options = options;
    this.#sweep = setInterval(() => void this.recover(), sweepEveryMs);
  }

  /**
   * Says something in a thread, and waits for the reply.
   * @throws {InvalidInputError | LimitExceededError | ConflictError | ForbiddenError} see openTurn
   * @throws {UnavailableError} the reply takes too long; it will still come, as events
   */
  async send(
    input: { threadId?: string | null; turnId?: string | null; message: string },
    caller: Caller,
  ): Promise<Turn> {
    this.#authorize(caller);
    const { chat } = this.#options;
    // What a training has made possible comes before what is said now, which may answer it.
    if (z.uuid().safeParse(input.threadId).success)
      void this.#serveAll(await chat.openFollowUps(input.threadId ?? undefined));
    const turn = await chat.openTurn({ ...input, actor: caller.actor, requestId: caller.requestId });
    return this.#settle(turn, caller.signal);
  }

  /**
   * Answers a pending request by a form or a button, and waits for the reply.
   * @throws {NotFoundError} no such request
   * @throws {InvalidInputError} the values don't fit
   * @throws {ConflictError} it was answered, cancelled or expired
   */
  async answer(requestId: string, values: unknown, caller: Caller): Promise<Turn> {
    this.#authorize(caller);
    const { chat, services } = this.#options;
    const request = z.uuid().safeParse(requestId).success ? await chat.findRequest(requestId, caller.actor) : null;
    if (!request) throw new NotFoundError("There is no such request. It may be of a conversation that is gone.");
    const status = pendingStatus(request, services.clock.now());
    if (status !== "OPEN") throw new ConflictError(whyClosed({ ...request, status }));
    const { answer, message } = parseAnswer(pendingSchema.parse(request.request), values);
    const turn = await chat.openAnswerTurn({
      request,
      answer,
      message,
      actor: caller.actor,
      requestId: caller.requestId,
    });
    return this.#settle(turn, caller.signal);
  }

  /**
   * How a message would be understood. Acts on nothing.
   * @throws {LimitExceededError} message too long
   */
  async interpret(
    input: { message: string; threadId?: string | null; model?: string | null },
    caller: Caller,
  ): Promise<Interpretation> {
    this.#authorize(caller);
    const { chat, services, interpreter } = this.#options;
    const { message } = input;
    checkLength(message);
    const scope = { actor: caller.actor, cause: { requestId: caller.requestId }, services };
    const named = input.threadId && z.uuid().safeParse(input.threadId).success ? input.threadId : null;
    const known = named && (await chat.isOwnThread(named, caller.actor)) ? named : null;
    const before = known ? await chat.focusOf(known).catch(() => ({})) : {};
    const spokenOf = { ...before, ...(input.model ? { model: input.model } : {}) };
    const world = await readWorld(scope, { messages: [message], focus: spokenOf, pending: undefined });
    const focus = await refreshFocus(spokenOf, world, scope);
    const spent = known && interpreter.hasBudget ? await chat.spentIn(known) : undefined;
    const context = interpretationContext({ world, focus, pending: undefined, spent, scope });
    return interpreter.interpret(message, context, caller.signal);
  }

  /** Learns, in its own time, what the first message would wait for otherwise: what models are called. */
  prepare(): Promise<void> {
    const { services } = this.#options;
    const scope = { actor: system, cause: { requestId: "start" }, services };
    this.#preparing ??= learnNames(scope, this.#stopping.signal).catch((error: unknown) => {
      services.log.info(
        { err: error },
        "the models' names could not be learnt at the start; the first message learns them",
      );
    });
    return this.#preparing;
  }

  /** Serves turns whose process died, and what waits behind them, or for trainings. Called on a timer; returns how many were found. */
  async recover(): Promise<number> {
    if (this.#closing) return 0;
    const { chat, services } = this.#options;
    try {
      const waiting = [...(await chat.openFollowUps()), ...(await chat.findOrphans())];
      await this.#serveAll(waiting);
      return waiting.length;
    } catch (error) {
      services.log.warn({ err: error }, "looking for turns whose process died failed; trying again");
      return 0;
    }
  }

  /** Serves turns that nobody waits for here; what can't be served now is found again. */
  async #serveAll(turns: readonly OpenTurn[]): Promise<void> {
    const drained = await Promise.allSettled(turns.map((turn) => this.#drain(turn)));
    for (const { reason } of drained.filter((each) => each.status === "rejected")) {
      this.#options.services.log.warn({ err: reason }, "a turn could not be served; trying again");
    }
  }

  /** Takes no more turns; waits for those being served, and hands back what is not done in time. */
  async close(withinMs: number): Promise<void> {
    this.#closing = true;
    clearInterval(this.#sweep);
    const drained = Promise.allSettled([...this.#serving.values()]);
    let timer: NodeJS.Timeout | undefined;
    await Promise.race([
      drained,
      new Promise((resolve) => {
        timer = setTimeout(resolve, withinMs);
      }),
    ]);
    clearTimeout(timer);
    // What still waits, for a language model say, ends now; its turn is handed back and served by another process.
    this.#stopping.abort();
    await Promise.all([drained, this.#preparing]);
  }

  #authorize({ actor }: Caller): void {
    if (!actor.permissions.has("chat:use"))
      throw new ForbiddenError(`${actor.name} may not chat: it needs the permission chat:use.`);
  }

  /** Serves the turn as soon as it may be, or waits until another process has. */
  async #settle(turn: Turn, signal?: AbortSignal): Promise<Turn> {
    const { chat } = this.#options;
    const deadline = Date.now() + answerWithinMs;
    let awayUntil: number | undefined;
    let wake = () => {};
    let woken = false;
    const wakeUp = () => {
      woken = true;
      wake();
    };
    const unsubscribe = chat.onTurn(turn.threadId, wakeUp);
    signal?.addEventListener("abort", wakeUp, { once: true });
    try {
      for (;;) {
        woken = false;
        const now = await this.#look(turn, Math.min(deadline, awayUntil ?? deadline));
        awayUntil = now === "AWAY" ? (awayUntil ?? Date.now() + outageMs) : undefined;
        if (!now) throw new NotFoundError("This turn is gone.");
        if (now !== "AWAY" && (now.status === "COMPLETED" || now.status === "FAILED")) return now;
        if (signal?.aborted || this.#closing || Date.now() > deadline) {
          throw new UnavailableError(
            "The reply is not ready yet. It will come as events of the conversation; nothing needs to be sent again.",
          );
        }
        if (!woken) {
          await new Promise<void>((resolve) => {
            const timer = setTimeout(resolve, 500);
            wake = () => {
              clearTimeout(timer);
              resolve();
            };
          });
        }
      }
    } finally {
      unsubscribe();
      signal?.removeEventListener("abort", wakeUp);
    }
  }

  /** The turn as it is now, served if it may be; "AWAY" while the database is. @throws what kept it away, after `until` */
  async #look(turn: Turn, until: number): Promise<Turn | null | "AWAY"> {
    try {
      return (await this.#serveIfFree(turn)) ?? (await this.#options.chat.findTurn(turn.id));
    } catch (error) {
      if (isOutage(error) && Date.now() < until) return "AWAY";
      throw error;
    }
  }

  /** Serves a turn, then the thread's next one, as long as there is one that is free: nobody else may be waiting for it. */
  async #drain(orphan: OpenTurn): Promise<void> {
    let turn: OpenTurn | null = orphan;
    while (turn && !this.#closing) {
      await this.#serveIfFree(turn);
      const next: OpenTurn | null = await this.#options.chat.findNextTurn(orphan.threadId);
      turn = next?.id === turn.id ? null : next;
    }
  }

  /** @returns the turn as it ended; null when it did not end here */
  async #serveIfFree(turn: Turn | OpenTurn): Promise<Turn | null> {
    const running = this.#serving.get(turn.id);
    if (running) return running;
    if (this.#closing) return null;
    const serving = this.#claimAndServe(turn).finally(() => this.#serving.delete(turn.id));
    this.#serving.set(turn.id, serving);
    return serving;
  }

  async #claimAndServe(open: Turn | OpenTurn): Promise<Turn | null> {
    const { chat, services } = this.#options;
    const turn = await chat.claim(open);
    if (!turn) return null;
    const log = services.log.child({ requestId: turn.requestId, threadId: turn.threadId, turnId: turn.id });
    if (turn.attempt > chat.mostAttempts) {
      log.error("the turn was begun too often without an end; giving it up");
      await chat.fail(turn, faultMessage);
      return null;
    }
    const renewal = setInterval(() => {
      chat.renew(turn).catch((error) => log.warn({ err: error }, "the turn's lease could not be renewed"));
    }, renewEveryMs);
    try {
      return await this.#serve(turn);
    } catch (error) {
      if (this.#stopping.signal.aborted) await chat.release(turn);
      else if (isOutage(error)) {
        log.warn({ err: error }, "the database went away while the turn was served; it will be served again");
        // Where this fails too, the lease lapses.
        await chat.release(turn);
      } else {
        log.error({ err: error }, "the turn failed");
        await chat.fail(turn, faultMessage);
      }
      return null;
    } finally {
      clearInterval(renewal);
    }
  }

  async #serve(turn: Turn): Promise<Turn | null> {
    const { chat, services, interpreter, runs, confirmationMs } = this.#options;
    const started = {
      turnId: turn.id,
      type: "TURN_STARTED" as const,
      payload: { message: turn.message, createdAt: turn.createdAt.toISOString(), attempt: turn.attempt },
    };
    let unsent = [started] as Parameters<Chat["emit"]>[1];
    // Written down in order, while the turn is served; what failed is thrown before the turn is completed.
    let announced = Promise.resolve();
    const announce = (step: Step, label: string) => {
      const events = [...unsent, { turnId: turn.id, type: "STEP" as const, payload: { step, label } }];
      unsent = [];
      announced = announced.then(() => chat.emit(turn.threadId, events));
      announced.catch(() => {});
    };
    const cause = { requestId: turn.requestId, threadId: turn.threadId, turnId: turn.id, message: turn.message };
    const scope = { actor: await services.people.find(turn.actorId), cause, services };
    const [request, before, spent] = await Promise.all([
      chat.findPendingFor(turn),
      chat.focusOf(turn.threadId),
      interpreter.hasBudget ? chat.spentIn(turn.threadId) : undefined,
    ]);
    const pending = request ? pendingSchema.parse(request.request) : undefined;
    const world = await readWorld(scope, { messages: [turn.message], focus: before, pending });
    const focus = await refreshFocus(before, world, scope);
    const context: Omit<AgentContext, "pending"> = {
      scope,
      interpreter,
      world,
      focus,
      spent,
      signal: this.#stopping.signal,
      confirmationMs,
      announce,
    };
    if (turn.answersId) announce("interpret", "Reading the answer");
    const served = [turn.id, ...(request ? [request.agentRunId] : [])];
    try {
      const { opens, ...result } = await serveTurn({ turn, request, context, runs, chat });
      await announced;
      return await chat.complete(turn, {
        ...result,
        found: request?.id,
        ...(opens ? { opens: { ...opens, agentRun: await runs.keep(opens.agentRunId) } } : {}),
      });
    } finally {
      await Promise.allSettled([announced, ...served.map((id) => runs.drop(id))]);
    }
  }
}
