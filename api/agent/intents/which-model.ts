import type { Slots } from "../../language/interpreter.ts";
import type { AgentContext } from "../agent-context.ts";
import { type Ask, type Outcome, outcome } from "../outcome.ts";

/** The model that a request means: the one named, the one spoken of, the only one; else a question. */
export function whichModel(
  { world, focus }: AgentContext,
  slots: Slots,
): { model: string } | { ask: Ask } | { outcome: Outcome } {
  if (slots.model) return { model: slots.model };
  const registered = world.models.filter((model) => model.registered).map((model) => model.definition);
  if (focus.model && registered.some((definition) => definition.name === focus.model)) return { model: focus.model };
  const [first, ...others] = registered;
  if (!first) return { outcome: nothingTrained(world.models.map((model) => model.definition.name)) };
  if (others.length === 0) return { model: first.name };
  return {
    ask: {
      slot: "model",
      question: "Which model do you mean?",
      options: registered.slice(0, 20).map(({ name, title }) => ({ value: name, label: `${name}: ${title}` })),
    },
  };
}

export function nothingTrained(trainable: string[]): Outcome {
  const commands = trainable.slice(0, 3).map((name) => `Train the ${name} model with 30% held out`);
  return outcome("ERROR", `No model is trained yet. To begin, say “${commands[0] ?? "help"}”.`, {
    suggestions: commands,
  });
}
