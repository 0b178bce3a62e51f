import type { FeatureDefinition } from "./define-model.ts";

/** A sentence's list of what a feature can be ("Cherbourg, Queenstown or Southampton"; "between 32 and 60 mm"). */
export function possibleValues(feature: FeatureDefinition): string {
  if (feature.kind === "CATEGORICAL") {
    const labels = feature.categories.map((category) => category.label);
    return labels.length < 2 ? labels.join("") : `${labels.slice(0, -1).join(", ")} or ${labels.at(-1)}`;
  }
  const unit = feature.unit ? ` ${feature.unit}` : "";
  const number = feature.integer ? "a whole number" : "a number";
  if (feature.min !== undefined && feature.max !== undefined)
    return `${number} between ${feature.min} and ${feature.max}${unit}`;
  if (feature.min !== undefined) return `${number} of at least ${feature.min}${unit}`;
  if (feature.max !== undefined) return `${number} of at most ${feature.max}${unit}`;
  return feature.unit ? `${number} in ${feature.unit}` : number;
}
