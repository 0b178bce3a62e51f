import type { InterpretedIntent } from "../../language/interpreter.ts";
import type { AgentContext } from "../agent-context.ts";
import { handlerOf } from "../intents/index.ts";
import { featuresOf, modelOfFeatures } from "../intents/model-of-features.ts";
import { whichVersion } from "../intents/which-version.ts";
import { outcome } from "../outcome.ts";
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
    case "prediction": {
      const [unclear] = intent.problems.filter(({ slot }) => slot === "model" || slot === "version");
      if (unclear) return { ...begun, ...ended(state, outcome("CLARIFICATION", unclear.message), context, intent) };
      return { ...begun, current: { phase: "gather", intent, gathering: gatheringOf(context, intent) } };
    }
    case "confirmed": {
      const [nameless] = intent.problems.filter(({ slot }) => slot === "model");
      if (nameless) return { ...begun, ...ended(state, outcome("CLARIFICATION", nameless.message), context, intent) };
      const unclear = intent.problems.find(({ slot }) => slot === "version");
      const resolved = await orRefuse(async () =>
        unclear ? whichVersion(context, intent.slots, unclear) : handler.resolve(context, intent.slots),
      );
      if ("refused" in resolved) return { ...begun, ...ended(state, resolved.refused, context, intent) };
      if ("instead" in resolved.value) {
        const { instead, because } = resolved.value;
        const said = outcome("CLARIFICATION", because);
        return { ...begun, queue: [{ ...intent, intent: instead }, ...queue], outcomes: [...state.outcomes, said] };
      }
      const conditions = intent.problems
        .filter(({ slot }) => slot === "condition")
        .map(({ message }) => outcome("CLARIFICATION", message));
      const told = conditions.length > 0 ? { outcomes: [...state.outcomes, ...conditions] } : {};
      if ("ask" in resolved.value)
        return { ...begun, ...told, current: { phase: "choose", intent, ask: resolved.value.ask } };
      if ("outcome" in resolved.value) return { ...begun, ...ended(state, resolved.value.outcome, context, intent) };
      return { ...begun, ...told, current: { phase: "plan", intent, input: resolved.value.input } };
    }
  }
};

function gatheringOf(context: AgentContext, intent: InterpretedIntent) {
  const { slots, evidence, problems } = intent;
  const model = modelOfFeatures(context, intent);
  const refused = new Set(featuresOf(problems));
  return {
    ...(model === undefined ? {} : { model }),
    ...(slots.version === undefined ? {} : { version: slots.version }),
    values: Object.fromEntries(Object.entries(slots.features ?? {}).filter(([name]) => !refused.has(name))),
    evidence: evidence.filter((item) => item.slot.startsWith("features.")),
    problems: problems.map((problem) => problem.message),
    weakShown: false,
  };
}
