import { z } from "zod";
import { ConflictError, InvalidInputError } from "../platform/errors.ts";
import { parseInput } from "../platform/parse-input.ts";
import { featuresJsonSchema, validateFeatures } from "../predictions/validate-features.ts";
import type { Pending, PendingAnswer } from "./pending.ts";

const draft = "https://json-schema.org/draft/2020-12/schema";

/** JSON Schema (draft 2020-12) of what answers a request. */
export function answerSchema(pending: Pending): object {
  switch (pending.kind) {
    case "FEATURES":
      return featuresJsonSchema(pending.definition, pending.missing);
    case "CHOICE":
      return {
        $schema: draft,
        type: "object",
        properties: { choice: { enum: pending.options.map((option) => option.value) } },
        required: ["choice"],
        additionalProperties: false,
      };
    case "CONFIRMATION":
      return {
        $schema: draft,
        type: "object",
        properties: {
          confirm: { type: "boolean" },
          digest: { const: pending.digest, description: "Of the plan that is approved, as its card has it." },
        },
        required: ["confirm"],
        additionalProperties: false,
      };
  }
}

/**
 * Reads the values of a form or a button; `{"cancel": true}` calls any request off.
 * @throws {InvalidInputError} with an issue for each value that can't be used
 * @throws {ConflictError} a confirmation names another plan
 */
export function parseAnswer(pending: Pending, values: unknown): { answer: PendingAnswer; message: string } {
  if (values === null || typeof values !== "object" || Array.isArray(values)) {
    throw new InvalidInputError("values must be an object that fits the request's schema.");
  }
  if ("cancel" in values && values.cancel === true) return { answer: { cancel: true }, message: "Never mind" };
  switch (pending.kind) {
    case "CONFIRMATION": {
      const said = z.strictObject({ confirm: z.boolean(), digest: z.string().optional() });
      const { confirm, digest = pending.digest } = parseInput(said, values);
      if (digest !== pending.digest) {
        throw new ConflictError(
          "That is the digest of another plan than the one that is asked about. Nothing was done.",
        );
      }
      return confirm
        ? { answer: { confirm, digest: pending.digest }, message: "Yes" }
        : { answer: { cancel: true }, message: "No" };
    }
    case "CHOICE": {
      const { choice } = parseInput(z.strictObject({ choice: z.union([z.string(), z.number()]) }), values);
      const option = pending.options.find((candidate) => candidate.value === String(choice));
      if (option) return { answer: { choice: option.value }, message: option.label };
      const valid = pending.options.map((candidate) => candidate.value).join(", ");
      throw new InvalidInputError(`choice must be one of: ${valid}.`, [
        { path: "choice", message: `one of: ${valid}` },
      ]);
    }
    case "FEATURES": {
      const features = validateFeatures(pending.definition, values).values;
      if (Object.keys(features).length === 0 && pending.missing.length > 0) {
        throw new InvalidInputError(`Give at least one of: ${pending.missing.join(", ")}.`);
      }
      const words = Object.entries(features).map(
        ([name, value]) => `${wordOf(pending, name)}: ${labelOf(pending, name, value)}`,
      );
      return {
        answer: { features, evidence: [], problems: [], refused: [], rejectsGuesses: false },
        message: words.join(", ") || "Yes",
      };
    }
  }
}

function wordOf({ definition }: Extract<Pending, { kind: "FEATURES" }>, name: string): string {
  return definition.features.find((feature) => feature.name === name)?.label ?? name.replaceAll("_", " ");
}

function labelOf({ definition }: Extract<Pending, { kind: "FEATURES" }>, name: string, value: string | number): string {
  const feature = definition.features.find((candidate) => candidate.name === name);
  const category =
    feature?.kind === "CATEGORICAL" ? feature.categories.find((option) => option.value === value) : undefined;
  return category?.label ?? String(value);
}
