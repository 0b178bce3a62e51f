import { StalePlanError } from "../../platform/errors.ts";
import { handlerOf } from "../intents/index.ts";
import { outcome } from "../outcome.ts";
import type { Node } from "./node.ts";
import { ended, orRefuse } from "./node.ts";

/** Calls the action. The key makes it happen once, however often the turn is run. */
export const act: Node = async (state, context) => {
  const { current } = state;
  if (current?.phase !== "act" && current?.phase !== "execute") throw new Error("nothing to do");
  const { intent } = current;
  const handler = handlerOf(intent.intent);
  const [problem] = intent.problems;
  if (problem && handler.kind === "direct") {
    // A holdout of 5 or an unknown algorithm: a default in its place would not be what was asked for.
    return ended(state, outcome("CLARIFICATION", problem.message), context);
  }
  context.announce("act", "Doing it");
  if (handler.kind === "direct") {
    const key = `${state.turnId}:${state.served}`;
    const done = await orRefuse(() => handler.perform(context, intent.slots, key));
    if ("refused" in done) return ended(state, done.refused, context);
    if ("ask" in done.value) return { current: { phase: "choose", intent, ask: done.value.ask } };
    return ended(state, done.value, context);
  }
  if (handler.kind !== "confirmed" || current.phase !== "execute")
    throw new Error(`${intent.intent} can't be done here`);
  const approval = { digest: current.approval.digest, expiresAt: new Date(current.approval.expiresAt) };
  // The digest is in the key: a second plan of the same run is another act.
  const key = `${state.served}:${current.approval.digest}`;
  const done = await orRefuse(() => handler.execute(context, current.input, approval, key));
  if (!("refused" in done)) return ended(state, done.value, context);
  if (!(done.error instanceof StalePlanError)) return ended(state, done.refused, context);
  const moved = outcome("CLARIFICATION", `${done.error.message} This is what would change now:`);
  return { current: { phase: "plan", intent, input: current.input }, outcomes: [...state.outcomes, moved] };
};
