import { InferenceSession, Tensor } from "onnxruntime-node";
import type { FeatureColumn } from "../datasets/training-examples.ts";

/**
 * Opens a trained model. One thread: a single row is faster so, and the process's other work keeps its processors.
 * @throws when the bytes are no ONNX model
 */
export function openSession(model: Uint8Array): Promise<InferenceSession> {
  return InferenceSession.create(model, {
    executionProviders: ["cpu"],
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: "sequential",
    logSeverityLevel: 3,
  });
}

/**
 * Runs many rows at once, from columns as they are trained on.
 * @returns `labels` a row (absent for a regression) and `scores` row by row: class probabilities, or the number
 */
export async function runColumns(
  session: InferenceSession,
  features: readonly FeatureColumn[],
  count: number,
): Promise<{ labels: string[]; scores: Float32Array | Float64Array }> {
  const feeds: Record<string, Tensor> = {};
  for (const feature of features) {
    feeds[feature.name] =
      feature.kind === "CATEGORICAL"
        ? new Tensor(
            "string",
            Array.from(feature.codes, (code) => feature.categories[code] ?? ""),
            [count, 1],
          )
        : new Tensor("float32", Float32Array.from(feature.values), [count, 1]);
  }
  const outputs = await session.run(feeds);
  return {
    labels: outputs.label ? (outputs.label.data as unknown[]).map(String) : [],
    scores: (outputs.probabilities ?? outputs.value)?.data as Float32Array | Float64Array,
  };
}

/** The examples from `start` up to, not with, `end`. */
export function sliceColumns(features: readonly FeatureColumn[], start: number, end: number): FeatureColumn[] {
  return features.map((feature) =>
    feature.kind === "CATEGORICAL"
      ? { ...feature, codes: feature.codes.subarray(start, end) }
      : { ...feature, values: feature.values.subarray(start, end) },
  );
}
