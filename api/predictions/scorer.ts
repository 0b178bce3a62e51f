import { Tensor } from "onnxruntime-node";
import type { FeatureDefinition, FeatureValues, ModelDefinition } from "../models/definitions/define-model.ts";
import { openSession } from "./onnx-session.ts";

export interface Score {
  /** The class, or for a regression the number. */
  value: string | number;
  /** Class to probability; null for a regression. */
  probabilities: Record<string, number> | null;
}

/** A trained model in memory. */
export interface Scorer {
  /** @param values validated features, in any order; none that is required is missing */
  score(values: FeatureValues): Promise<Score>;
  close(): Promise<void>;
}

/**
 * Loads a trained model for single rows. The tensors of all categories are made once: a row of categories costs no new tensor.
 * @throws when the bytes are no ONNX model with an input a feature
 */
export async function openScorer(model: Uint8Array, definition: ModelDefinition): Promise<Scorer> {
  const session = await openSession(model);
  const missing = definition.features.find(({ name }) => !session.inputNames.includes(name));
  if (missing) {
    await session.release();
    throw new Error(`the ONNX file has no input for the feature ${missing.name}`);
  }
  const inputs = definition.features.map((feature) => ({ name: feature.name, tensorOf: tensorMaker(feature) }));
  const classes = definition.target.classes?.map((item) => item.value) ?? [];
  return {
    async score(values) {
      const feeds: Record<string, Tensor> = {};
      for (const { name, tensorOf } of inputs) feeds[name] = tensorOf(values[name]);
      const outputs = await session.run(feeds);
      if (definition.task === "REGRESSION") {
        return { value: Number(outputs.value?.data[0]), probabilities: null };
      }
      const shares = outputs.probabilities?.data as Float32Array;
      const probabilities: Record<string, number> = {};
      for (let code = 0; code < classes.length; code += 1) {
        probabilities[classes[code] as string] = shares[code] as number;
      }
      return { value: String(outputs.label?.data[0]), probabilities };
    },
    close: () => session.release(),
  };
}

/** Missing is '' for a category and NaN for a number, as the models are trained. */
function tensorMaker(feature: FeatureDefinition): (value: string | number | undefined) => Tensor {
  if (feature.kind === "NUMERIC") {
    return (value) => new Tensor("float32", Float32Array.of(value === undefined ? Number.NaN : Number(value)), [1, 1]);
  }
  const tensors = new Map(
    ["", ...feature.categories.map(({ value }) => value)].map((value) => [value, stringTensor(value)]),
  );
  return (value) => tensors.get(value === undefined ? "" : String(value)) ?? stringTensor(String(value));
}

function stringTensor(value: string): Tensor {
  return new Tensor("string", [value], [1, 1]);
}
