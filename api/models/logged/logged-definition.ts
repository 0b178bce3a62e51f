import { InvalidInputError } from "../../platform/errors.ts";
import { defineModel, type FeatureDefinition, type ModelDefinition } from "../definitions/define-model.ts";
import type { LoggedFeature } from "./match-inputs.ts";
import type { LoggedOutputs } from "./match-outputs.ts";
import type { LoggedDescription } from "./mlmodel.ts";

/** In place of a data set's name: nothing here can train such a model. */
export const trainedElsewhere = "";

/**
 * A definition for a model that none was written for, from what its file and signature say.
 * @throws {InvalidInputError} when the values of a category are not known
 */
export function deriveDefinition(
  name: string,
  description: string,
  features: readonly LoggedFeature[],
  outputs: LoggedOutputs,
  { said, outputs: signature }: LoggedDescription,
): ModelDefinition {
  const target = said.target ?? signature[0]?.name ?? "target";
  const title = name.replaceAll(/[-_]+/g, " ");
  const classes = outputs.kind === "CLASS" ? outputs.classes : null;
  const [, second] = classes ?? [];
  return defineModel({
    name,
    title: title.charAt(0).toUpperCase() + title.slice(1),
    description: description || `${target} from ${features.map(({ label }) => label).join(", ")}.`.slice(0, 500),
    task: classes ? (classes.length === 2 ? "BINARY_CLASSIFICATION" : "MULTICLASS_CLASSIFICATION") : "REGRESSION",
    target: {
      column: target,
      description: target,
      ...(classes ? { classes: classes.map((value) => ({ value, label: value })) } : {}),
      ...(classes?.length === 2 && second !== undefined ? { positive: second } : {}),
      ...(said.unit ? { unit: said.unit } : {}),
    },
    features: features.map(defineFeature),
    dataset: trainedElsewhere,
    defaultAlgorithm: "onnx",
  });
}

function defineFeature({ name, label, kind, categories, integer }: LoggedFeature): FeatureDefinition {
  const words = label.replaceAll("_", " ");
  const common = {
    name,
    ...(words === name ? {} : { label: words }),
    column: label,
    description: words,
    question: `What is the ${words}?`,
    required: true,
  };
  if (kind === "NUMERIC") return { kind, ...common, integer, calendarYear: false, synonyms: [] };
  const known = [...new Set(categories ?? [])].filter((value) => value !== "");
  if (known.length < 2) {
    throw new InvalidInputError(
      `Which values ${label} can have is not told by the ONNX file. Say it: log_model(…, metadata={"modelwright": {"categories": {"${label.slice(0, 60)}": […]}}}).`,
    );
  }
  return { kind, ...common, categories: known.map((value) => ({ value, label: value, synonyms: [], hints: [] })) };
}

/**
 * Holds a logged model against the definition that its name has here.
 * @returns which column of its probabilities each class of the definition has
 * @throws {InvalidInputError} with an issue for each thing that does not fit
 */
export function fitDefinition(
  definition: ModelDefinition,
  features: readonly LoggedFeature[],
  outputs: LoggedOutputs,
): number[] {
  const logged = new Map(features.map((feature) => [feature.name, feature]));
  const issues = definition.features.flatMap((feature) => misfit(feature, logged.get(feature.name)));
  const known = new Set(definition.features.map(({ name }) => name));
  for (const { name, label } of features) {
    if (!known.has(name))
      issues.push({
        path: `features.${name}`,
        message: `it takes ${label}, which is no feature of ${definition.name}`,
      });
  }
  const classes = definition.target.classes?.map(({ value }) => value) ?? [];
  const given = outputs.kind === "CLASS" ? outputs.classes : [];
  const columns = classes.map((value) => given.indexOf(value));
  if (classes.length !== given.length || columns.includes(-1)) {
    const wanted = classes.length > 0 ? `one of ${classes.join(", ")}` : "a number";
    const found = given.length > 0 ? `one of ${given.slice(0, 12).join(", ")}` : "a number";
    issues.push({ path: "target", message: `it predicts ${found}, where ${definition.name} predicts ${wanted}` });
  }
  if (issues.length === 0) return columns;
  const reasons = issues.map(({ message }) => message).join("; ");
  throw new InvalidInputError(
    `The model does not fit the definition of ${definition.name}: ${reasons}. Register it under another name, or log one that fits.`,
    issues,
  );
}

function misfit(feature: FeatureDefinition, logged: LoggedFeature | undefined): { path: string; message: string }[] {
  const { name } = feature;
  const path = `features.${name}`;
  if (!logged) return [{ path, message: `it takes no ${name}` }];
  if (feature.kind === "NUMERIC") {
    return logged.kind === "NUMERIC" ? [] : [{ path, message: `it takes ${name} as a category, not as a number` }];
  }
  if (logged.kind === "NUMERIC") {
    // Whole numbers stand for categories that read the same, where the file does not say otherwise.
    const whole = logged.integer && feature.categories.every(({ value }) => /^-?\d+$/.test(value));
    return whole ? [] : [{ path, message: `it takes ${name} as a number, not as a category` }];
  }
  const unknown = feature.categories.filter(({ value }) => logged.categories && !logged.categories.includes(value));
  if (unknown.length === 0) return [];
  return [{ path, message: `it does not know ${name} ${unknown.map(({ value }) => value).join(", ")}` }];
}
