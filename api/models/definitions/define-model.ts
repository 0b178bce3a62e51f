import { z } from "zod";

/** A category as models and data know it (`value`), as people say it (`label`, `synonyms`). */
const categorySchema = z.object({
  value: z.string().min(1),
  label: z.string().min(1),
  /** Words and phrases, lower case, that say this value outright. */
  synonyms: z.array(z.string()).default([]),
  /** Words that only hint at it: evidence that is marked as weak and shown before use. */
  hints: z.array(z.string()).default([]),
});

/** Names of a trained model's outputs: no input may share one. */
const outputNames = ["label", "probabilities", "value"];

const featureCommon = {
  name: z
    .string()
    .regex(/^[a-z][a-z0-9_]*$/)
    .refine((name) => !outputNames.includes(name), "is the name of an output"),
  /** What a person calls it in a sentence ("port"); the name in words unless said. */
  label: z.string().min(1).optional(),
  description: z.string().min(1),
  /** How the service asks for it. */
  question: z.string().min(1),
  /** The column of the data set that it is read from; the feature's own name unless said. */
  column: z.string().optional(),
  required: z.boolean().default(true),
};

const categoricalFeature = z.object({
  kind: z.literal("CATEGORICAL"),
  ...featureCommon,
  categories: z.array(categorySchema).min(2),
  /**
   * For a category that is read off a number in the data set: the last bin whose `upTo` (inclusive) holds the number. The last
   * bin has no `upTo`. A row whose number is missing has no value: it is dropped, never guessed.
   */
  bins: z.array(z.object({ upTo: z.number().optional(), value: z.string() })).optional(),
});

const numericFeature = z.object({
  kind: z.literal("NUMERIC"),
  ...featureCommon,
  unit: z.string().optional(),
  /** Values outside are impossible, and refused. */
  min: z.number().optional(),
  max: z.number().optional(),
  /** Whole numbers alone are possible. */
  integer: z.boolean().default(false),
  /** A year of the calendar: in a message "76" and "’76" say 1976, where min and max allow but one century. */
  calendarYear: z.boolean().default(false),
  /** Words, lower case, that name the feature in a message ("flipper", "wing length"). */
  synonyms: z.array(z.string()).default([]),
});

export const featureSchema = z.discriminatedUnion("kind", [categoricalFeature, numericFeature]);

const targetSchema = z.object({
  column: z.string(),
  description: z.string(),
  /** For a classification: every class, in the order of the model's outputs; `label` says it to a person. */
  classes: z.array(z.object({ value: z.string(), label: z.string() })).optional(),
  /** The class whose probability is told first ("would she have survived?"). */
  positive: z.string().optional(),
  unit: z.string().optional(),
});

export const modelDefinitionSchema = z.object({
  name: z.string().regex(/^[a-z][a-z0-9_-]{0,63}$/),
  title: z.string(),
  description: z.string(),
  /** Other names that people use for it, lower case. */
  aliases: z.array(z.string()).default([]),
  /** Words, lower case, that suggest that this model is spoken of ("passenger", "survive"). */
  topics: z.array(z.string()).default([]),
  task: z.enum(["BINARY_CLASSIFICATION", "MULTICLASS_CLASSIFICATION", "REGRESSION"]),
  target: targetSchema,
  features: z.array(featureSchema).min(1),
  /** The data set that it is trained on unless another is named: a key of api/datasets. */
  dataset: z.string(),
  defaultAlgorithm: z.string(),
  /** An example that a person could say, shown as a suggestion. */
  examples: z.array(z.string()).default([]),
});

export type ModelDefinition = z.output<typeof modelDefinitionSchema>;
export type FeatureDefinition = z.output<typeof featureSchema>;
export type CategoricalFeature = Extract<FeatureDefinition, { kind: "CATEGORICAL" }>;
export type NumericFeature = Extract<FeatureDefinition, { kind: "NUMERIC" }>;
/** A feature's value: a category's `value`, or a number in the feature's unit. */
export type FeatureValue = string | number;
export type FeatureValues = Record<string, FeatureValue>;

/**
 * Defines a model in one place: training, validation, forms, questions and language follow from it.
 * It is plain data, so it can be stored with the model it registered.
 * @throws {z.ZodError} when the definition contradicts itself
 */
export function defineModel(definition: z.input<typeof modelDefinitionSchema>): ModelDefinition {
  return modelDefinitionSchema.parse(definition);
}
