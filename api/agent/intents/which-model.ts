import type { Slots } from "../../language/interpreter.ts";
import type { ModelDefinition } from "../../models/definitions/define-model.ts";
import type { AgentContext } from "../agent-context.ts";
import { type Ask, type Outcome, outcome } from "../outcome.ts";

/** The model that a request means: the one named, the one spoken of, the only one; else a question. */
export function whichModel(
  { world, focus }: AgentContext,
  slots: Slots,
): { model: string } | { ask: Ask } | { outcome: Outcome } {
  if (slots.model) return { model: slots.model };
  const registered = world.models.filter((model) => model.registered).map((model) => model.definition);
  // "One of the candidates" is of any model, whichever was spoken of.
  if (slots.place === undefined && focus.model && registered.some((definition) => definition.name === focus.model))
    return { model: focus.model };
  const [first, ...others] = withVersion(world, slots, registered);
  if (!first) return { outcome: nothingTrained(world.models.map((model) => model.definition.name)) };
  if (others.length === 0) return { model: first.name };
  return {
    ask: {
      slot: "model",
      question: "Which model do you mean?",
      options: [first, ...others].slice(0, 20).map(({ name, title }) => ({ value: name, label: `${name}: ${title}` })),
    },
  };
}

/** "Archive version 3" or "the candidate" can only mean a model that has one; all of them, when none has. */
function withVersion(
  { models }: AgentContext["world"],
  { version, place }: Slots,
  registered: readonly ModelDefinition[],
): readonly ModelDefinition[] {
  if (version === undefined && place !== "CANDIDATE") return registered;
  const names = new Set(
    models
      .filter(({ versions }) =>
        versions.some((one) => (version === undefined ? one.stage === "CANDIDATE" : one.version === version)),
      )
      .map(({ definition }) => definition.name),
  );
  const fitting = registered.filter(({ name }) => names.has(name));
  return fitting.length > 0 ? fitting : registered;
}

/** The version that is said by its place, now that its model is known. */
export function placedVersion({ world }: AgentContext, model: string, { version, place }: Slots): number | undefined {
  if (version !== undefined || place === undefined || place === "ANY") return version;
  const versions = world.models.find(({ definition }) => definition.name === model)?.versions ?? [];
  return (place === "LATEST" ? versions[0] : versions.find(({ stage }) => stage === "CANDIDATE"))?.version;
}

export function nothingTrained(trainable: string[]): Outcome {
  const commands = trainable.slice(0, 3).map((name) => `Train the ${name} model with 30% held out`);
  return outcome("ERROR", `No model is trained yet. To begin, say “${commands[0] ?? "help"}”.`, {
    suggestions: commands,
  });
}
