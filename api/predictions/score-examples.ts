import type { Examples } from "../datasets/training-examples.ts";
import type { ModelDefinition } from "../models/definitions/define-model.ts";
import { openSession, runColumns, sliceColumns } from "./onnx-session.ts";

const rowsAtOnce = 1_000;

/** What a model's file says of examples. */
export interface ScoredExamples {
  /** Row by row: the class, or for a regression the number. */
  values: (string | number)[];
  /** Row by row, a number a class in the definition's order; null for a regression. */
  probabilities: Float64Array | null;
  /** Numbers a row in `scores`. */
  width: number;
  /** What `probabilities` holds, or the numbers of a regression. */
  scores: Float64Array;
}

/**
 * Runs a model's file over many rows, some at a time: other work of the process goes on between them.
 * @throws when the bytes are no ONNX model that fits the definition; the signal's reason once it is aborted
 */
export async function scoreExamples(
  file: Uint8Array,
  { task, target }: Pick<ModelDefinition, "task" | "target">,
  { features, count }: Pick<Examples, "features" | "count">,
  signal?: AbortSignal,
): Promise<ScoredExamples> {
  const width = task === "REGRESSION" ? 1 : (target.classes?.length ?? 0);
  const scores = new Float64Array(count * width);
  const labels: string[] = [];
  const session = await openSession(file);
  try {
    for (let start = 0; start < count; start += rowsAtOnce) {
      signal?.throwIfAborted();
      const end = Math.min(start + rowsAtOnce, count);
      const got = await runColumns(session, sliceColumns(features, start, end), end - start);
      if (got.scores?.length !== (end - start) * width) throw new Error("the ONNX file gives no number for some row");
      scores.set(got.scores, start * width);
      labels.push(...got.labels);
    }
  } finally {
    await session.release();
  }
  if (task === "REGRESSION") return { values: [...scores], probabilities: null, width, scores };
  if (labels.length !== count) throw new Error("the ONNX file gives no label for some row");
  return { values: labels, probabilities: scores, width, scores };
}

/** How far two numbers lie apart: absolutely, or of numbers above 1 as a part of the larger one. */
export function apart(one: number, other: number): number {
  if (one === other) return 0;
  const difference = Math.abs(one - other) / Math.max(1, Math.abs(one), Math.abs(other));
  return Number.isNaN(difference) ? Number.POSITIVE_INFINITY : difference;
}

/** What is said of one example, as a prediction gives it. */
export interface RowPrediction {
  value: string | number;
  /** Class to probability; null for a regression. */
  probabilities: Record<string, number> | null;
}

export function rowPrediction(
  { values, probabilities, width }: ScoredExamples,
  { target }: Pick<ModelDefinition, "target">,
  row: number,
): RowPrediction {
  const value = values[row] as string | number;
  if (!probabilities) return { value, probabilities: null };
  const classes = target.classes ?? [];
  return {
    value,
    probabilities: Object.fromEntries(
      classes.map(({ value: name }, index) => [name, probabilities[row * width + index] as number]),
    ),
  };
}
