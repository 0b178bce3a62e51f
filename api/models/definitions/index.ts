import { cars } from "./cars.ts";
import type { ModelDefinition } from "./define-model.ts";
import { penguins } from "./penguins.ts";
import { titanic } from "./titanic.ts";

/** The models that ship with the product; a new one is one file and one line here. */
export const shippedDefinitions: readonly ModelDefinition[] = [titanic, penguins, cars];

/** The shipped definition of that name, or undefined. */
export function shippedDefinition(name: string): ModelDefinition | undefined {
  return shippedDefinitions.find((definition) => definition.name === name);
}
