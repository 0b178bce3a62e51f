import type { FeatureColumn } from "../../datasets/training-examples.ts";
import { openSession, runColumns, sliceColumns } from "../../predictions/onnx-session.ts";
import type { FittedModel } from "../algorithms/trainer.ts";
import { predictedClass } from "../classification-metrics.ts";

/** The largest difference that is allowed between the trainer's number and the ONNX file's; of numbers above 1 the largest part. */
export const parityTolerance = 1e-6;
const mostCombinations = 10_000;
const rowsAtOnce = 1_000;

export interface Parity {
  rows: number;
  /** Every combination of categories was tried, besides the rows. */
  combinations: number;
  largestDifference: number;
}

/**
 * Runs the ONNX file once on the given rows and on every combination of categories (when there are at most 10,000), and compares
 * it with the trainer's own numbers.
 * @param classes the classes' values; empty for a regression
 * @throws {Error} when a number differs by more than 1e-6 (of itself, when it is above 1), or a label is another: the export is at fault
 */
export async function checkParity(
  model: Uint8Array,
  fitted: FittedModel,
  rows: { features: FeatureColumn[]; count: number },
  classes: readonly string[],
  signal: AbortSignal,
): Promise<Parity> {
  const session = await openSession(model);
  try {
    const combinations = categoryCombinations(rows.features, rows.count);
    let largestDifference = 0;
    for (const { features, count } of [rows, ...(combinations ? [combinations] : [])]) {
      const expected = fitted.predict(features, count);
      for (let start = 0; start < count; start += rowsAtOnce) {
        signal.throwIfAborted();
        const size = Math.min(rowsAtOnce, count - start);
        const got = await runColumns(session, sliceColumns(features, start, start + size), size);
        const width = classes.length || 1;
        const wanted = expected.subarray(start * width, (start + size) * width);
        largestDifference = Math.max(largestDifference, difference(wanted, got.scores));
        if (classes.length > 0 && largestDifference <= parityTolerance) compareLabels(wanted, got.labels, classes);
      }
    }
    if (!(largestDifference <= parityTolerance)) {
      throw new Error(`the ONNX file differs from the trainer by ${largestDifference}, more than ${parityTolerance}`);
    }
    return {
      rows: rows.count,
      combinations: combinations?.count ?? 0,
      largestDifference,
    };
  } finally {
    await session.release();
  }
}

/** The largest difference; infinite when there are not as many numbers as there should be, or one is none. */
function difference(wanted: Float64Array, got: ArrayLike<number> | undefined): number {
  if (wanted.length !== got?.length) return Number.POSITIVE_INFINITY;
  let largest = 0;
  for (let i = 0; i < wanted.length; i += 1) {
    const value = wanted[i] as number;
    const apart = Math.abs(value - (got[i] as number)) / Math.max(1, Math.abs(value));
    if (Number.isNaN(apart)) return Number.POSITIVE_INFINITY;
    largest = Math.max(largest, apart);
  }
  return largest;
}

function compareLabels(wanted: Float64Array, labels: readonly string[], classes: readonly string[]): void {
  if (labels.length * classes.length !== wanted.length) throw new Error("the ONNX file gives no label for some row");
  for (const [row, label] of labels.entries()) {
    const best = predictedClass(wanted, row, classes.length);
    const said = classes.indexOf(label);
    const lead = (wanted[row * classes.length + best] as number) - (wanted[row * classes.length + said] as number);
    // Two classes as likely as each other may be told apart by the last bit.
    if (!(lead <= parityTolerance))
      throw new Error(`the ONNX file says class "${label}" where the trainer says "${classes[best]}"`);
  }
}

/** Every combination of categories once; numbers are taken from the rows in turn. Null when there are too many, or no categories. */
function categoryCombinations(
  features: readonly FeatureColumn[],
  rows: number,
): { features: FeatureColumn[]; count: number } | null {
  let count = 1;
  for (const feature of features) if (feature.kind === "CATEGORICAL") count *= feature.categories.length;
  if (count === 1 || count > mostCombinations) return null;
  let stride = 1;
  const columns = features.map((feature): FeatureColumn => {
    if (feature.kind === "NUMERIC") {
      return {
        ...feature,
        values: Float64Array.from({ length: count }, (_, i) => feature.values[i % rows] as number),
      };
    }
    const repeat = stride;
    stride *= feature.categories.length;
    return {
      ...feature,
      codes: Int32Array.from({ length: count }, (_, i) => Math.floor(i / repeat) % feature.categories.length),
    };
  });
  return { features: columns, count };
}
