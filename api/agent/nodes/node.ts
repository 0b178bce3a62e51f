import type { Runtime } from "@langchain/langgraph";
import type { InterpretedIntent } from "../../language/interpreter.ts";
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
export function ended(
  state: AgentStateValue,
  result: Outcome,
  context: AgentContext,
  served: InterpretedIntent | undefined = state.current?.intent,
): AgentStateUpdate {
  const intent = served?.intent;
  const named = context.world.models.find(({ definition }) => definition.name === served?.slots.model)?.definition.name;
  // What was refused was spoken of all the same: "it" means that model.
  const refused = result.kind === "ERROR" || result.kind === "CLARIFICATION";
  const options =
    served?.intent === "TRAIN" ? { training: { testSize: served.slots.testSize, seed: served.slots.seed } } : {};
  const about = refused && named !== undefined ? { model: named, ...options, ...result.focus } : result.focus;
  const focus = intent === undefined || intent === "HELP" || intent === "OUT_OF_SCOPE" ? about : { ...about, intent };
  Object.assign(context.focus, focus);
  const { afterRun: runId, ...told } = result;
  const later = runId === undefined || !served ? {} : { later: [...state.later, { runId, intents: [served] }] };
  return { current: null, outcomes: [...state.outcomes, { ...told, focus }], ...later };
}

/** The update that ends everything that was asked: the person called it off. `words` say what does not happen. */
export function cancelled(state: AgentStateValue, words = "All right, nothing was changed."): AgentStateUpdate {
  return {
    current: null,
    queue: [],
    outcomes: [...state.outcomes, outcome("CANCELLED", words)],
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
