import { InvalidInputError } from "../../platform/errors.ts";
import { openScorer, type Scorer } from "../../predictions/scorer.ts";
import type { FeatureValues, ModelDefinition } from "../definitions/define-model.ts";
import { adaptOnnx } from "../onnx-file/adapt-onnx.ts";
import { readOnnx } from "../onnx-file/read-onnx.ts";
import { deriveDefinition, fitDefinition } from "./logged-definition.ts";
import { type MatchedInput, matchInputs } from "./match-inputs.ts";
import { matchOutputs } from "./match-outputs.ts";
import type { LoggedDescription } from "./mlmodel.ts";

export interface PreparedModel {
  definition: ModelDefinition;
  /** What will answer predictions: the logged file, with the inputs and outputs that versions have here. */
  file: Uint8Array;
  /** The program that wrote the file, as it says. */
  producer: string;
}

/** Rows that a file is tried on. */
const mostTried = 200;

/**
 * Makes of a logged ONNX file one that serves: held against the definition that there is, or with one made for it; opened in onnxruntime,
 * and tried.
 * @param known the definition that the model's name has here; null when there is none
 * @throws {InvalidInputError} saying why it can't serve
 */
export async function prepareLogged(
  name: string,
  text: string,
  logged: { description: LoggedDescription; onnx: Uint8Array },
  known: ModelDefinition | null,
): Promise<PreparedModel> {
  const { description, onnx } = logged;
  const file = readOnnx(onnx);
  const inputs = matchInputs(file, description);
  const outputs = matchOutputs(file, description.said);
  const features = inputs.flatMap((input) => input.features);
  const definition = known ?? deriveDefinition(name, text, features, outputs, description);
  const columns = fitDefinition(definition, features, outputs);
  const kinds = new Map(definition.features.map((feature) => [feature.name, feature.kind]));
  const adapted = adaptOnnx(onnx, {
    inputs: inputs.map((input: MatchedInput) => ({
      port: input.port,
      features: input.features.map((feature) => ({
        name: feature.name,
        kind: kinds.get(feature.name) ?? feature.kind,
      })),
    })),
    outputs: outputs.kind === "CLASS" ? { ...outputs, columns } : outputs,
  });
  const scorer = await open(adapted, definition);
  try {
    await tryRows(scorer, definition);
  } finally {
    await scorer.close();
  }
  return { definition, file: adapted, producer: file.producer };
}

async function open(file: Uint8Array, definition: ModelDefinition): Promise<Scorer> {
  try {
    return await openScorer(file, definition);
  } catch (error) {
    throw new InvalidInputError(`onnxruntime can't open the ONNX file: ${reasonOf(error)}`);
  }
}

/** @throws {InvalidInputError} when what it answers is no prediction of the definition's */
async function tryRows(scorer: Scorer, definition: ModelDefinition): Promise<void> {
  const classes = definition.target.classes?.map(({ value }) => value);
  let agreeing = 0;
  let tried = 0;
  for (const values of rowsOf(definition)) {
    const { value, probabilities } = await scorer.score(values).catch((error: unknown) => {
      throw new InvalidInputError(
        `onnxruntime can't run the ONNX file on ${JSON.stringify(values).slice(0, 300)}: ${reasonOf(error)}`,
      );
    });
    tried += 1;
    if (!classes) {
      if (Number.isFinite(value)) continue;
      throw new InvalidInputError(`The ONNX file answers ${value} to ${JSON.stringify(values).slice(0, 300)}.`);
    }
    const shares = classes.map((each) => probabilities?.[each] ?? Number.NaN);
    if (!classes.includes(String(value)) || !shares.every((share) => share >= -1e-6 && share <= 1 + 1e-6)) {
      throw new InvalidInputError(
        `The ONNX file answers ${String(value).slice(0, 60)} with ${JSON.stringify(probabilities).slice(0, 300)}: no class with probabilities.`,
      );
    }
    if (Math.max(...shares) - (shares[classes.indexOf(String(value))] ?? 0) <= 1e-6) agreeing += 1;
  }
  if (classes && agreeing * 2 < tried) {
    throw new InvalidInputError(
      "The classes that the ONNX file tells are mostly not those with the highest probability: the classes are in another order than its probabilities.",
    );
  }
}

/** Rows that go through every category of every feature; numbers stand in their middle. */
function rowsOf({ features }: ModelDefinition): FeatureValues[] {
  const longest = Math.max(
    ...features.map((feature) => (feature.kind === "CATEGORICAL" ? feature.categories.length : 3)),
  );
  return Array.from({ length: Math.min(longest * 3, mostTried) }, (_, row) =>
    Object.fromEntries(
      features.map((feature, index) => {
        if (feature.kind === "CATEGORICAL") {
          const category = feature.categories[(row * (index + 1) + index) % feature.categories.length];
          return [feature.name, category?.value ?? ""];
        }
        const low = feature.min ?? 0;
        const high = feature.max ?? low + 1;
        const number = low + ((high - low) * ((row + index) % 3)) / 2;
        return [feature.name, feature.integer ? Math.round(number) : number];
      }),
    ),
  );
}

function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).toWellFormed().slice(0, 300);
}
