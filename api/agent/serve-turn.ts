import type { z } from "zod";
import type { PendingRequest, Turn } from "../../prisma/client/client.ts";
import { runRead } from "../actions/run-action.ts";
import type { Cause } from "../audit/audit-events.ts";
import type { Chat } from "../chat/chat.ts";
import { newRequestId, type OpenedRequest, type TurnResult } from "../chat/complete-turn.ts";
import { askedSchema } from "../chat/follow-ups.ts";
import { answerSchema } from "../chat/parse-answer.ts";
import { type Pending, type PendingAnswer, pendingAnswerSchema, pendingSchema } from "../chat/pending.ts";
import { whyClosed } from "../chat/turns.ts";
import type { Interpretation, InterpretedIntent } from "../language/interpreter.ts";
import { ConflictError } from "../platform/errors.ts";
import { findRun } from "../training/describe-run.ts";
import type { AgentContext } from "./agent-context.ts";
import { composeReply } from "./compose-reply.ts";
import { nextSteps } from "./intents/help.ts";
import { type Outcome, outcome } from "./outcome.ts";
import { questionOutcome, reminder } from "./questions.ts";
import type { RunState, Runs } from "./runs.ts";
import type { AgentStateValue } from "./state.ts";
import { code } from "./wording.ts";
import { readWorld } from "./world.ts";

export interface ServeOptions {
  turn: Turn;
  request: PendingRequest | null;
  context: Omit<AgentContext, "pending">;
  runs: Runs;
  chat: Chat;
}

/**
 * Serves one turn: understands the message, and either resumes the run that waits for it, or does what it asks. Repeatable: a turn
 * whose process died is served again from its start, and its acts happen once.
 */
export async function serveTurn({ turn, request, context, runs, chat }: ServeOptions): Promise<TurnResult> {
  const now = context.scope.services.clock.now();
  const waiting = request && { row: request, pending: pendingSchema.parse(request.request) };
  if (waiting && turn.answersId) {
    const answer = pendingAnswerSchema.parse(turn.answerValues);
    return resume(
      waiting,
      answer,
      answeredInterpretation(waiting.pending, answer, { intents: [], source: "FORM" }),
      [],
    );
  }

  if (turn.asked) return followUp(askedSchema.parse(turn.asked));

  const expired = Boolean(waiting?.row.status === "OPEN" && waiting.row.expiresAt && waiting.row.expiresAt <= now);
  context.announce("interpret", "Reading the message");
  const run = await serve({}, waiting?.pending);
  const state = run.values;
  const interpretation = state.interpretation ?? emptyInterpretation;
  if (waiting && state.answer) {
    const said = answeredInterpretation(waiting.pending, state.answer, interpretation);
    if (expired) return lateAnswer(waiting.row, said);
    const answer =
      "confirm" in state.answer && waiting.pending.kind === "CONFIRMATION"
        ? { confirm: true as const, digest: waiting.pending.digest }
        : state.answer;
    try {
      await chat.takePending(waiting.row.id, "cancel" in answer ? "CANCELLED" : "ANSWERED", turn.id);
    } catch (error) {
      if (error instanceof ConflictError) return plain(outcome("CLARIFICATION", error.message), said);
      throw error;
    }
    return resume(waiting, answer, said, interpretation.intents);
  }
  // "Second class. And who trained it?": the prediction was made beside another request, so nothing is left to ask for.
  const isMade = waiting?.pending.kind === "FEATURES" && state.outcomes.some(({ kind }) => kind === "PREDICTION");
  if (waiting && isMade && !expired) await chat.takePending(waiting.row.id, "ANSWERED", turn.id).catch(unlessTaken);
  // "Train cars first": an act of its own takes the place of what was asked, as one that asks something does.
  const isReplaced = waiting?.row.status === "OPEN" && state.outcomes.some(({ kind }) => kind === "TRAINING_STARTED");
  if (waiting && isReplaced && !expired) {
    await chat.takePending(waiting.row.id, "CANCELLED", turn.id).catch(unlessTaken);
    return finish(
      { ...run, values: { ...state, outcomes: [setAside, ...state.outcomes] } },
      interpretation,
      turn.id,
      null,
    );
  }
  return finish(run, interpretation, turn.id, expired || isMade ? null : waiting);

  /** What waited for a training, now that it has ended: done with what came of it. */
  async function followUp({ runId, intents }: z.infer<typeof askedSchema>): Promise<TurnResult> {
    const run = await runRead(findRun, { runId }, context.scope);
    const model = run?.model.name;
    const { source } = emptyInterpretation;
    if (!run?.version) {
      const how = run?.status === "CANCELLED" ? "was cancelled" : "failed";
      const words = `The training${model === undefined ? "" : ` of ${code(model)}`} ${how}, so there is nothing to go on with.`;
      return plain(outcome("TRAINING_STATUS", words, { focus: { model } }), { act: "REQUEST", intents: [], source });
    }
    const { version } = run.version;
    const made = intents.map((intent) => ({ ...intent, slots: { ...intent.slots, model, version } }));
    const said: Interpretation = { act: "REQUEST", intents: made as InterpretedIntent[], source };
    const words = `The training has finished: it made version ${version} of ${code(run.model.name)}.`;
    const finished = outcome("TRAINING_FINISHED", words, { focus: { model, version } });
    return finish(
      await serve({ interpretation: said, queue: said.intents, outcomes: [finished] }, undefined),
      said,
      turn.id,
      waiting,
    );
  }

  async function resume(
    asked: NonNullable<typeof waiting>,
    answer: PendingAnswer,
    said: Interpretation,
    besides: InterpretedIntent[],
  ): Promise<TurnResult> {
    const { agentRunId, agentRun } = asked.row;
    if (!agentRun) return plain(outcome("CLARIFICATION", whyClosed(asked.row)), said);
    const scope = { ...context.scope, cause: await causeOf(asked.row) };
    // What goes on now may speak of models that only the message which began it names.
    const messages = [turn.message, scope.cause.message];
    const world = await readWorld(scope, { messages, focus: context.focus, pending: asked.pending });
    const after = await runs.resume(
      agentRunId,
      agentRun,
      { answer, turnId: turn.id },
      { ...context, scope, world, pending: undefined },
    );
    if (besides.length === 0) return answered(finish(after, said, agentRunId, null), after);
    const { served, outcomes } = after.values;
    if (after.waitsFor) {
      const later = outcome("CLARIFICATION", "One thing after the other: ask the rest again when this is answered.");
      return finish({ ...after, values: { ...after.values, outcomes: [...outcomes, later] } }, said, agentRunId, null);
    }
    return finish(
      await serve({ interpretation: said, queue: besides, served, outcomes }, undefined),
      said,
      turn.id,
      null,
    );
  }

  /** What an answer has brought about is what the reply is, though what was asked behind it is served now too; unless that asks something. */
  function answered(result: TurnResult, { values, waitsFor }: RunState): TurnResult {
    const done = values.outcomes[0];
    return waitsFor || !done ? result : { ...result, reply: { ...result.reply, kind: done.kind } };
  }

  /** A run of this turn's own: from the reading of its message on, or from what was read of it already. */
  async function serve(from: Partial<AgentStateValue>, pending: Pending | undefined): Promise<RunState> {
    const { id: turnId } = turn;
    const message = turn.asked ? "" : turn.message;
    const blank = {
      interpretation: null,
      answer: null,
      queue: [],
      current: null,
      chosenOf: null,
      served: 0,
      later: [],
      outcomes: [],
    };
    const about = { messages: [turn.message], focus: context.focus, pending: waiting?.pending };
    const world = from.queue ? await readWorld(context.scope, about) : context.world;
    return runs.begin(turnId, { turnId, message, ...blank, ...from }, { ...context, world, pending });
  }

  /** A run is begun by the turn that asked, whose id it has: that turn's message is why it acts; this one's only answers. */
  async function causeOf({ agentRunId }: PendingRequest): Promise<Cause> {
    const { cause } = context.scope;
    const origin = await chat.findTurn(agentRunId);
    if (!origin) return cause;
    return { ...cause, turnId: origin.id, message: origin.message, answer: { turnId: turn.id, message: turn.message } };
  }

  function finish(after: RunState, said: Interpretation, agentRunId: string, open: typeof waiting): TurnResult {
    const outcomes = [...after.values.outcomes];
    const { waitsFor: pending } = after;
    if (pending) {
      const opens: OpenedRequest = { id: newRequestId(), agentRunId, pending, schema: answerSchema(pending) };
      if (open) outcomes.unshift(setAside);
      const reply = composeReply([...outcomes, questionOutcome(pending, opens.id)]);
      return { reply, interpretation: said, opens, ...waitingOf(after, said) };
    }
    if (open?.row.status === "OPEN") {
      // Served in between; then the question is asked again, in words alone: one request has one card.
      const again = reminder(open.pending);
      const reply = composeReply(outcomes);
      return {
        reply: { ...reply, content: `${reply.content}\n\n${again.content}`, suggestions: again.suggestions },
        interpretation: said,
        repeats: { id: open.row.id, kind: open.pending.kind },
        ...waitingOf(after, said),
      };
    }
    const reply = composeReply(outcomes);
    const suggestions = reply.suggestions.length > 0 ? reply.suggestions : nextSteps(context.world).slice(0, 3);
    return { reply: { ...reply, suggestions }, interpretation: said, ...waitingOf(after, said) };
  }

  /** What waits for trainings from this turn on: what is called off, or asked for anew, waits no more. */
  function waitingOf({ values: { later, outcomes } }: RunState, { intents }: Interpretation) {
    const isOver =
      outcomes.some(({ kind }) => kind === "CANCELLED" || kind === "TRAINING_CANCELLED") ||
      (later.length === 0 && intents.some(({ intent }) => intent === "PROMOTE"));
    return { later, dropsLater: isOver };
  }

  function plain(said: Outcome, how: Interpretation): TurnResult {
    return {
      reply: composeReply([{ ...said, suggestions: nextSteps(context.world).slice(0, 3) }]),
      interpretation: how,
    };
  }

  function lateAnswer(row: PendingRequest, said: Interpretation): TurnResult {
    const late = outcome(
      "CLARIFICATION",
      "That came too late: the question has expired, so nothing was done. Ask again.",
    );
    return { ...plain(late, said), resolves: { id: row.id, status: "EXPIRED" } };
  }
}

const setAside = outcome("CLARIFICATION", "I put the earlier question aside.");

export const emptyInterpretation: Interpretation = { act: "REQUEST", intents: [], source: "BUILT_IN" };

/** An answer, told as the intent that it carries on. */
function answeredInterpretation(
  pending: Pending,
  answer: PendingAnswer,
  { intents: besides, source, fallback, usage }: Pick<Interpretation, "intents" | "source" | "fallback" | "usage">,
): Interpretation {
  const features = "features" in answer ? answer.features : undefined;
  const known = pending.kind === "FEATURES" ? { ...pending.values, ...features } : {};
  const intent: InterpretedIntent = {
    intent: pending.intent,
    confidence: 1,
    slots: features ? { features } : {},
    missing: pending.kind === "FEATURES" ? pending.missing.filter((name) => known[name] === undefined) : [],
    evidence: "features" in answer ? answer.evidence.map((item) => ({ ...item, value: item.value ?? null })) : [],
    problems: [],
  };
  const act = "cancel" in answer ? "CANCEL" : "confirm" in answer ? "AFFIRM" : "ANSWER";
  const read = { source, ...(fallback === undefined ? {} : { fallback }), ...(usage === undefined ? {} : { usage }) };
  // What was called off is not asked for any more.
  return { act, intents: act === "CANCEL" && besides.length > 0 ? besides : [intent, ...besides], ...read };
}

/** Taken meanwhile, or by an earlier attempt at this turn: it is closed all the same. */
function unlessTaken(error: unknown): void {
  if (!(error instanceof ConflictError)) throw error;
}
