import type { FeatureDefinition, ModelDefinition } from "../models/definitions/define-model.ts";

/** A JSON Schema, draft 2020-12. */
export type JsonSchema = Record<string, unknown>;

/**
 * What an answer that gives features has to look like: `missing` are required, the others may be given to correct them.
 * @param missing names of features, in the definition's order
 */
export function featuresJsonSchema(definition: ModelDefinition, missing: readonly string[]): JsonSchema {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: definition.title,
    type: "object",
    properties: Object.fromEntries(definition.features.map((feature) => [feature.name, featureSchema(feature)])),
    required: [...missing],
    additionalProperties: false,
  };
}

function featureSchema(feature: FeatureDefinition): JsonSchema {
  const common = { title: feature.question, description: feature.description };
  if (feature.kind === "CATEGORICAL") {
    return {
      ...common,
      type: "string",
      enum: feature.categories.map(({ value }) => value),
      oneOf: feature.categories.map(({ value, label }) => ({ const: value, title: label })),
    };
  }
  const { min, max, unit, integer } = feature;
  return {
    ...common,
    type: integer ? "integer" : "number",
    ...(min === undefined ? {} : { minimum: min }),
    ...(max === undefined ? {} : { maximum: max }),
    ...(unit === undefined ? {} : { "x-unit": unit }),
  };
}
