import type { InterpretedIntent } from "../../language/interpreter.ts";
import type { AgentContext } from "../agent-context.ts";

/** The features that problems or evidence speak of, by name. */
export function featuresOf(items: readonly { slot: string }[]): string[] {
  return items.flatMap(({ slot }) => (slot.startsWith(prefix) ? [slot.slice(prefix.length)] : []));
}

const prefix = "features.";

/**
 * The model that a prediction is asked of: the one named; undefined (whoever is active) when the active model reads what the message
 * told and left out; else the model that does, the one spoken of first.
 */
export function modelOfFeatures(
  { world, focus }: Pick<AgentContext, "world" | "focus">,
  { slots, missing }: Pick<InterpretedIntent, "slots" | "missing">,
): string | undefined {
  if (slots.model !== undefined) return slots.model;
  const features = [...Object.keys(slots.features ?? {}), ...missing];
  if (features.length === 0) return undefined;
  const fitting = world.models
    .map(({ definition }) => definition)
    .filter((definition) => features.every((name) => definition.features.some((feature) => feature.name === name)))
    .map(({ name }) => name);
  if (world.activeModel !== undefined && fitting.includes(world.activeModel)) return undefined;
  return fitting.find((name) => name === focus.model) ?? fitting[0];
}
