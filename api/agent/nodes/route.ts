import type { InterpretedIntent } from "../../language/interpreter.ts";
import { handlerOf } from "../intents/index.ts";
import type { AgentStateUpdate } from "../state.ts";
import { ended, type Node, orRefuse } from "./node.ts";

/** Takes the next intent and makes it exact: what to do first about it. */
export const route: Node = async (state, context) => {
  const [intent, ...queue] = state.queue;
  if (!intent) return { current: null };
  const begun: AgentStateUpdate = { queue, served: state.served + 1 };
  const handler = handlerOf(intent.intent);
  switch (handler.kind) {
    case "direct":
      return { ...begun, current: { phase: "act", intent } };
    case "prediction":
      return { ...begun, current: { phase: "gather", intent, gathering: gatheringOf(intent) } };
    case "confirmed": {
      const resolved = await orRefuse(() => handler.resolve(context, intent.slots));
      if ("refused" in resolved) return { ...begun, ...ended(state, resolved.refused, context) };
      if ("ask" in resolved.value) return { ...begun, current: { phase: "choose", intent, ask: resolved.value.ask } };
      if ("outcome" in resolved.value) return { ...begun, ...ended(state, resolved.value.outcome, context) };
      return { ...begun, current: { phase: "plan", intent, input: resolved.value.input } };
    }
  }
};

function gatheringOf({ slots, evidence, problems }: InterpretedIntent) {
  return {
    ...(slots.model === undefined ? {} : { model: slots.model }),
    ...(slots.version === undefined ? {} : { version: slots.version }),
    values: slots.features ?? {},
    evidence: evidence.filter((item) => item.slot.startsWith("features.")),
    problems: problems.map((problem) => problem.message),
    weakShown: false,
  };
}
