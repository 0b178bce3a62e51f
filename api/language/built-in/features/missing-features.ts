import type { FeatureValues } from "../../../models/definitions/define-model.ts";

/** Required features without a value, in the definition's order. */
export function missingOf(features: readonly { name: string; required: boolean }[], values: FeatureValues): string[] {
  return features.filter(({ name, required }) => required && values[name] === undefined).map(({ name }) => name);
}
