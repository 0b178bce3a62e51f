import { Annotation, type BaseCheckpointSaver, END, START, StateGraph } from "@langchain/langgraph";
import type { AgentContext } from "./agent-context.ts";
import { act } from "./nodes/act.ts";
import { choose } from "./nodes/choose.ts";
import { confirm } from "./nodes/confirm.ts";
import { gather } from "./nodes/gather.ts";
import { interpret } from "./nodes/interpret.ts";
import { withContext } from "./nodes/node.ts";
import { plan } from "./nodes/plan.ts";
import { route } from "./nodes/route.ts";
import { AgentState, type AgentStateValue } from "./state.ts";

/** Beside the state, never in a checkpoint. */
const ContextAnnotation = Annotation.Root({
  scope: Annotation<AgentContext["scope"]>,
  interpreter: Annotation<AgentContext["interpreter"]>,
  world: Annotation<AgentContext["world"]>,
  focus: Annotation<AgentContext["focus"]>,
  pending: Annotation<AgentContext["pending"]>,
  spent: Annotation<AgentContext["spent"]>,
  signal: Annotation<AgentContext["signal"]>,
  confirmationMs: Annotation<AgentContext["confirmationMs"]>,
  announce: Annotation<AgentContext["announce"]>,
});

/** Where an intent goes next: by the phase that it is in; when there is none, to the next intent; when none is left, to the end. */
function next(state: AgentStateValue) {
  switch (state.current?.phase) {
    case undefined:
      return state.queue.length > 0 ? "route" : END;
    case "execute":
    case "act":
      return "act";
    case "choose":
      return "choose";
    case "gather":
      return "gather";
    case "plan":
      return "plan";
    case "confirm":
      return "confirm";
  }
}

/**
 * The agent, on a page:
 *
 *   interpret → route ─┬→ act ────────────────────────┬→ (the next intent, or the end)
 *                      ├→ choose ⏸ → route            │
 *                      ├→ gather ⏸ → gather ──────────┤
 *                      └→ plan → confirm ⏸ → act ─────┘
 *                           ↑____ the world moved ____|
 *
 * A message that was read already, as the rest of one that has answered a question, begins at route.
 *
 * ⏸ interrupts: the run waits in PostgreSQL, over restarts, until any process resumes it with the answer.
 */
export function buildGraph(checkpointer: BaseCheckpointSaver) {
  const targets = ["route", "act", "choose", "gather", "plan", "confirm", END] as const;
  return new StateGraph(AgentState, ContextAnnotation)
    .addNode("interpret", withContext(interpret))
    .addNode("route", withContext(route))
    .addNode("act", withContext(act))
    .addNode("choose", withContext(choose))
    .addNode("gather", withContext(gather))
    .addNode("plan", withContext(plan))
    .addNode("confirm", withContext(confirm))
    .addConditionalEdges(START, (state) => (state.interpretation ? next(state) : "interpret"), [
      "interpret",
      ...targets,
    ])
    .addConditionalEdges("interpret", next, [...targets])
    .addConditionalEdges("route", next, [...targets])
    .addConditionalEdges("act", next, [...targets])
    .addConditionalEdges("choose", next, [...targets])
    .addConditionalEdges("gather", next, [...targets])
    .addConditionalEdges("plan", next, [...targets])
    .addConditionalEdges("confirm", next, [...targets])
    .compile({ checkpointer });
}

export type AgentGraph = ReturnType<typeof buildGraph>;
