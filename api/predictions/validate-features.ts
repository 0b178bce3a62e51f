import type {
  CategoricalFeature,
  FeatureDefinition,
  FeatureValue,
  FeatureValues,
  ModelDefinition,
  NumericFeature,
} from "../models/definitions/define-model.ts";
import { type InputIssue, InvalidInputError } from "../platform/errors.ts";

export { featuresJsonSchema } from "./features-json-schema.ts";

export interface ValidatedFeatures {
  /** Canonical values, in the definition's order. */
  values: FeatureValues;
  /** Required features that were not given, in the definition's order. */
  missing: string[];
}

type Check = (value: unknown) => FeatureValue | InputIssue;

/** The checks of a definition, by feature; made once for each definition object. */
const checksOf = new WeakMap<ModelDefinition, Map<string, Check>>();

/**
 * Checks what a caller gave as features. A category is given by its value or its label, in any case, or by a number whose text is
 * the value; null counts as not given.
 * @param raw an object: feature to value
 * @throws {InvalidInputError} with an issue for each feature that is unknown, or whose value is of the wrong type, unknown, not finite, not whole or out of range
 */
export function validateFeatures(definition: ModelDefinition, raw: unknown): ValidatedFeatures {
  if (raw === null || typeof raw !== "object" || Array.isArray(raw)) {
    const message = `features must be an object such as {"${definition.features[0]?.name}": …}`;
    throw new InvalidInputError(message, [{ path: "features", message }]);
  }
  const checks = checksFor(definition);
  const given = raw as Record<string, unknown>;
  const found = new Map<string, FeatureValue>();
  const issues: InputIssue[] = [];
  for (const name of Object.keys(given)) {
    const value = given[name];
    const check = checks.get(name);
    if (!check) issues.push(unknownFeature(definition, name));
    else if (value !== null && value !== undefined) {
      const result = check(value);
      if (typeof result === "object") issues.push(result);
      else found.set(name, result);
    }
    if (issues.length >= mostIssues) break;
  }
  if (issues.length > 0) throw new InvalidInputError(issues.map((issue) => issue.message).join(" "), issues);
  const values: FeatureValues = {};
  const missing: string[] = [];
  for (const { name, required } of definition.features) {
    const value = found.get(name);
    if (value !== undefined) values[name] = value;
    else if (required) missing.push(name);
  }
  return { values, missing };
}

const mostIssues = 20;

function checksFor(definition: ModelDefinition): Map<string, Check> {
  const known = checksOf.get(definition);
  if (known) return known;
  const checks = new Map(definition.features.map((feature) => [feature.name, checkOf(feature)]));
  checksOf.set(definition, checks);
  return checks;
}

function checkOf(feature: FeatureDefinition): Check {
  return feature.kind === "CATEGORICAL" ? categoryCheck(feature) : numberCheck(feature);
}

function categoryCheck({ name, categories }: CategoricalFeature): Check {
  const exact = new Map(categories.map(({ value }) => [value, value]));
  // A value wins over another category's label.
  const folded = new Map([
    ...categories.map(({ value, label }) => [label.toLowerCase(), value] as const),
    ...categories.map(({ value }) => [value.toLowerCase(), value] as const),
  ]);
  const valid = categories.map(({ value, label }) => (value === label ? value : `${value} (${label})`)).join(", ");
  return (given) => {
    if (typeof given !== "string" && typeof given !== "number") {
      return { path: `features.${name}`, message: `${name} must be one of ${valid}, not ${typeName(given)}.` };
    }
    const text = typeof given === "number" ? String(given) : given;
    const value = exact.get(text) ?? folded.get(text.trim().toLowerCase());
    return (
      value ?? { path: `features.${name}`, message: `${name} can't be "${shortened(text)}": it is one of ${valid}.` }
    );
  };
}

function numberCheck({ name, min, max, unit, integer }: NumericFeature): Check {
  const measured = unit ? ` ${unit}` : "";
  return (given) => {
    const path = `features.${name}`;
    if (typeof given !== "number") return { path, message: `${name} must be a number, not ${typeName(given)}.` };
    if (!Number.isFinite(given)) return { path, message: `${name} must be a finite number, not ${given}.` };
    if (integer && !Number.isInteger(given)) return { path, message: `${name} must be a whole number, not ${given}.` };
    if (min !== undefined && given < min) return { path, message: `${name} must be at least ${min}${measured}.` };
    if (max !== undefined && given > max) return { path, message: `${name} must be at most ${max}${measured}.` };
    return Math.abs(given) > largestFloat32 ? { path, message: `${name} is too large a number.` } : given;
  };
}

const largestFloat32 = 3.4028234663852886e38;

function unknownFeature(definition: ModelDefinition, name: string): InputIssue {
  const names = definition.features.map((feature) => feature.name).join(", ");
  const message = `${definition.name} has no feature "${shortened(name)}"; it has ${names}.`;
  return { path: `features.${shortened(name)}`, message };
}

function typeName(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "an object";
  return typeof value === "string" ? "a text" : `a ${typeof value}`;
}

/** What a caller sent, fit for a sentence: short, and with no NUL or lone surrogate. */
function shortened(text: string): string {
  const whole = text.slice(0, 60).toWellFormed().replaceAll("\0", "\uFFFD");
  return text.length > 60 ? `${whole}…` : whole;
}
