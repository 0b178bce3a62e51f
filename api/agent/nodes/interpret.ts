import type { Pending, PendingAnswer } from "../../chat/pending.ts";
import type { Interpretation, PendingContext } from "../../language/interpreter.ts";
import type { AgentContext } from "../agent-context.ts";
import { idleAnswer } from "../idle-answer.ts";
import { featuresOf } from "../intents/model-of-features.ts";
import { aboutOpenQuestion } from "../open-question.ts";
import type { Node } from "./node.ts";

/** Understands the message; also whether it answers what the thread waits for. */
export const interpret: Node = async (state, context) => {
  const { interpreter, pending } = context;
  const interpretation = await interpreter.interpret(state.message, interpretationContext(context), context.signal);
  const answer = pending ? answerTo(pending, interpretation) : null;
  const isOpen = pending !== undefined && !isExpired(pending, context.scope.services.clock.now());
  const aside = answer || !isOpen ? null : aboutOpenQuestion(state.message, interpretation, pending);
  const idle = answer ? null : (aside ?? idleAnswer(state.message, interpretation, context.world, isOpen));
  if (idle) return { interpretation, answer, queue: [], outcomes: [idle] };
  return { interpretation, answer, queue: answer ? [] : interpretation.intents };
};

export function interpretationContext({
  world,
  focus,
  pending,
  spent,
}: Pick<AgentContext, "world" | "focus" | "pending" | "spent">) {
  return {
    models: world.models,
    focus: {
      ...(focus.model === undefined ? {} : { model: focus.model }),
      ...(focus.version === undefined ? {} : { version: focus.version }),
      ...(focus.runId === undefined ? {} : { runId: focus.runId }),
      ...(focus.features === undefined ? {} : { features: focus.features }),
      ...(focus.featuresOf === undefined ? {} : { featuresOf: focus.featuresOf }),
      ...(focus.featuresVersion === undefined ? {} : { featuresVersion: focus.featuresVersion }),
      ...(focus.earlier === undefined ? {} : { earlier: focus.earlier }),
      ...(focus.intent === undefined ? {} : { intent: focus.intent }),
      ...(focus.compared === undefined ? {} : { compared: focus.compared }),
      ...(focus.training === undefined ? {} : { training: focus.training }),
    },
    ...(world.activeModel === undefined ? {} : { activeModel: world.activeModel }),
    ...(pending === undefined ? {} : { pending: pendingContextOf(pending) }),
    ...(spent === undefined ? {} : { spent }),
  };
}

/**
 * What a message answers a pending request with; null when it asks for something of its own. The digest of the plan that a "yes"
 * approves is added by whoever holds the request.
 */
function answerTo(pending: Pending, { act, answer }: Interpretation): PendingAnswer | null {
  if (act === "CANCEL") return { cancel: true };
  switch (pending.kind) {
    case "CONFIRMATION":
      return act === "AFFIRM" ? { confirm: true, digest: "" } : act === "DENY" ? { cancel: true } : null;
    case "CHOICE":
      if (act === "DENY") return { cancel: true };
      return act === "ANSWER" && answer?.choice !== undefined ? { choice: answer.choice } : null;
    case "FEATURES": {
      const nothing = { features: {}, evidence: [], problems: [], refused: [], rejectsGuesses: act === "DENY" };
      if (act === "AFFIRM" || act === "DENY") return nothing;
      if (act !== "ANSWER") return null;
      return {
        features: answer?.features ?? {},
        evidence: answer?.evidence ?? [],
        problems: (answer?.problems ?? []).map((problem) => problem.message),
        refused: featuresOf(answer?.problems ?? []),
        rejectsGuesses: false,
      };
    }
  }
}

function isExpired(pending: Pending, now: Date): boolean {
  return pending.kind === "CONFIRMATION" && new Date(pending.expiresAt) <= now;
}

/** What the interpreter may know of the open question. */
function pendingContextOf(pending: Pending): PendingContext {
  switch (pending.kind) {
    case "FEATURES":
      return { kind: "FEATURES", model: pending.model, features: pending.values, missing: pending.missing };
    case "CHOICE":
      return { kind: "CHOICE", options: pending.options };
    case "CONFIRMATION":
      return {
        kind: "CONFIRMATION",
        action: pending.action,
        summary: pending.effects.join(" "),
        ...(pending.about ? { about: pending.about } : {}),
        ...(pending.request === undefined ? {} : { request: pending.request }),
        ...(pending.chosenOf ? { chosenOf: pending.chosenOf } : {}),
      };
  }
}
