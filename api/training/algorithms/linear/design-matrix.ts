import type { FeatureColumn } from "../../../datasets/training-examples.ts";

/** How raw features become columns: each category one column (all of them), then each number standardised. */
export interface Encoding {
  width: number;
  categorical: { name: string; categories: string[]; offset: number }[];
  numeric: { name: string; mean: number; deviation: number; offset: number }[];
}

/** Rows with few entries that are not zero: `perRow` of each row, column by column in `columns`, values in `values`. */
export interface DesignMatrix {
  rows: number;
  width: number;
  perRow: number;
  columns: Int32Array;
  values: Float64Array;
}

/** Learns the encoding: means and (population) standard deviations of the numbers that are there; a constant is only centred. */
export function fitEncoding(features: readonly FeatureColumn[]): Encoding {
  const encoding: Encoding = { width: 0, categorical: [], numeric: [] };
  for (const feature of features) {
    if (feature.kind !== "CATEGORICAL") continue;
    encoding.categorical.push({
      name: feature.name,
      categories: feature.categories,
      offset: encoding.width,
    });
    encoding.width += feature.categories.length;
  }
  for (const feature of features) {
    if (feature.kind !== "NUMERIC") continue;
    encoding.numeric.push({
      name: feature.name,
      ...meanAndDeviation(feature.values),
      offset: encoding.width,
    });
    encoding.width += 1;
  }
  return encoding;
}

/** A missing category has zeros in all of its columns; a missing number counts as the mean. */
export function encode(encoding: Encoding, features: readonly FeatureColumn[], rows: number): DesignMatrix {
  const perRow = features.length;
  const columns = new Int32Array(rows * perRow);
  const values = new Float64Array(rows * perRow);
  let slot = 0;
  for (const feature of features) {
    if (feature.kind === "CATEGORICAL") {
      const offset = encoding.categorical.find(({ name }) => name === feature.name)?.offset ?? 0;
      for (let row = 0; row < rows; row += 1) {
        const code = feature.codes[row] as number;
        columns[row * perRow + slot] = offset + Math.max(code, 0);
        values[row * perRow + slot] = code < 0 ? 0 : 1;
      }
    } else {
      const { offset = 0, mean = 0, deviation = 1 } = encoding.numeric.find(({ name }) => name === feature.name) ?? {};
      for (let row = 0; row < rows; row += 1) {
        const value = feature.values[row] as number;
        columns[row * perRow + slot] = offset;
        values[row * perRow + slot] = Number.isNaN(value) ? 0 : (value - mean) / deviation;
      }
    }
    slot += 1;
  }
  return { rows, width: encoding.width, perRow, columns, values };
}

function meanAndDeviation(values: Float64Array): {
  mean: number;
  deviation: number;
} {
  const known = values.filter((value) => !Number.isNaN(value));
  if (known.length === 0) return { mean: 0, deviation: 1 };
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  const variance = known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / known.length;
  return { mean, deviation: Math.sqrt(variance) || 1 };
}
