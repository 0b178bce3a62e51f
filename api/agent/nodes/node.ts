import type { Runtime } from "@langchain/langgraph";
import { DomainError } from "../../platform/errors.ts";
import type { AgentContext } from "../agent-context.ts";
import { type Outcome, outcome, refusal } from "../outcome.ts";
import type { AgentStateUpdate, AgentStateValue } from "../state.ts";

/** A node of the agent's graph. One that interrupts does nothing with an effect before: it runs again on resume. */
export type Node = (state: AgentStateValue, context: AgentContext) => Promise<AgentStateUpdate>;

/** Gives a node its context, which LangGraph carries beside the state. */
export function withContext(node: Node) {
  return (state: AgentStateValue, runtime: Pick<Runtime<AgentContext>, "context">) => {
    if (!runtime.context) throw new Error("the agent's graph was run without its context");
    return node(state, runtime.context);
  };
}

/** The update that ends the current intent with an outcome. */
export function ended(state: AgentStateValue, result: Outcome, context: AgentContext): AgentStateUpdate {
  Object.assign(context.focus, result.focus);
  return { current: null, outcomes: [...state.outcomes, result] };
}

/** The update that ends everything that was asked: the person called it off. */
export function cancelled(state: AgentStateValue): AgentStateUpdate {
  return {
    current: null,
    queue: [],
    outcomes: [...state.outcomes, outcome("CANCELLED", "All right, I leave it. Nothing was changed.")],
  };
}

/** Runs `act`; an expected failure ends the intent with a sentence, and a fault is thrown on. */
export async function orRefuse<T>(
  act: () => Promise<T>,
): Promise<{ value: T } | { refused: Outcome; error: DomainError }> {
  try {
    return { value: await act() };
  } catch (error) {
    if (error instanceof DomainError) return { refused: refusal(error), error };
    throw error;
  }
}
