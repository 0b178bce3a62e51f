import type { CategoricalFeature, FeatureDefinition, ModelDefinition } from "../models/definitions/define-model.ts";
import { InvalidInputError } from "../platform/errors.ts";
import type { Table } from "./read-csv.ts";

/** One feature of all examples: a category's index in the definition, or a number; −1 and NaN where an optional one is missing. */
export type FeatureColumn =
  | {
      kind: "CATEGORICAL";
      name: string;
      categories: string[];
      codes: Int32Array;
    }
  | { kind: "NUMERIC"; name: string; values: Float64Array };

/** What is trained on: the rows of a data set that have every required feature and the target. */
export interface Examples {
  count: number;
  features: FeatureColumn[];
  /** For a classification the index of the class in the definition's order, for a regression the number. */
  target: Float64Array;
  /** Of each example, the 0-based index of its data row in the data set. */
  rowIndices: Int32Array;
  /** Rows left out because a required feature or the target is missing. */
  dropped: number;
}

type Cell = string | null;

/**
 * Turns a table into what the definition's model is trained on. Numbers are rounded to float32, which is what the trained model
 * will be given.
 * @throws {InvalidInputError} when a column is not there, or a cell holds a value that the definition does not know
 */
export function trainingExamples(table: Table, definition: ModelDefinition): Examples {
  const readers = definition.features.map((feature) => ({
    column: columnIndex(table, feature.column ?? feature.name, definition),
    read: cellReader(feature),
    required: feature.required,
  }));
  const targetColumn = columnIndex(table, definition.target.column, definition);
  const readTarget = targetReader(definition);
  const kept: { row: number; features: number[]; target: number }[] = [];
  for (const [row, cells] of table.rows.entries()) {
    const features = readers.map(({ column, read }) => read(cells[column] ?? null, row));
    const target = readTarget(cells[targetColumn] ?? null, row);
    const complete = readers.every(({ required }, index) => !required || !isMissing(features[index]));
    if (complete && !Number.isNaN(target)) kept.push({ row, features, target });
  }
  if (kept.length === 0)
    throw new InvalidInputError("No row of the data set has every required feature and the target.");
  return {
    count: kept.length,
    features: definition.features.map((feature, index) => {
      const values = kept.map((example) => example.features[index] ?? Number.NaN);
      return feature.kind === "CATEGORICAL"
        ? {
            kind: feature.kind,
            name: feature.name,
            categories: feature.categories.map((category) => category.value),
            codes: Int32Array.from(values, (value) => (Number.isNaN(value) ? -1 : value)),
          }
        : {
            kind: feature.kind,
            name: feature.name,
            values: Float64Array.from(values),
          };
    }),
    target: Float64Array.from(kept, (example) => example.target),
    rowIndices: Int32Array.from(kept, (example) => example.row),
    dropped: table.rows.length - kept.length,
  };
}

/** The columns that the definition reads and the data set lacks, in the definition's order. */
export function missingColumns({ columns }: Pick<Table, "columns">, { features, target }: ModelDefinition): string[] {
  const read = [...features.map(({ column, name }) => column ?? name), target.column];
  return read.filter((column, index) => !columns.includes(column) && read.indexOf(column) === index);
}

function isMissing(value: number | undefined): boolean {
  return value === undefined || Number.isNaN(value);
}

function columnIndex(table: Table, column: string, definition: ModelDefinition): number {
  const index = table.columns.indexOf(column);
  if (index < 0) {
    throw new InvalidInputError(
      `The data set has no column "${column}", which ${definition.name} is trained on. It has: ${table.columns.join(", ")}.`,
    );
  }
  return index;
}

/** Reads a cell as a code or a number; NaN is missing. */
function cellReader(feature: FeatureDefinition): (cell: Cell, row: number) => number {
  const column = feature.column ?? feature.name;
  if (feature.kind === "NUMERIC") {
    return (cell, row) => (cell === null ? Number.NaN : Math.fround(numberOf(cell, column, row)));
  }
  const codes = new Map(feature.categories.map((category, code) => [category.value, code]));
  const { bins } = feature;
  return (cell, row) => {
    if (cell === null) return Number.NaN;
    const value = bins ? binOf(numberOf(cell, column, row), bins) : cell;
    const code = value === undefined ? undefined : codes.get(value);
    if (code === undefined) throw unknownValue(column, row, cell, [...codes.keys()]);
    return code;
  };
}

function targetReader(definition: ModelDefinition): (cell: Cell, row: number) => number {
  const { column, classes } = definition.target;
  if (definition.task === "REGRESSION") {
    return (cell, row) => (cell === null ? Number.NaN : numberOf(cell, column, row));
  }
  const values = (classes ?? []).map((item) => item.value);
  return (cell, row) => {
    if (cell === null) return Number.NaN;
    const code = values.indexOf(cell);
    if (code < 0) throw unknownValue(column, row, cell, values);
    return code;
  };
}

/** The first bin that holds the number; the last one has no upper bound. */
function binOf(value: number, bins: NonNullable<CategoricalFeature["bins"]>): string | undefined {
  return bins.find(({ upTo }) => upTo === undefined || value <= upTo)?.value;
}

function numberOf(cell: string, column: string, row: number): number {
  const value = Number(cell);
  if (!Number.isFinite(value)) {
    throw new InvalidInputError(`Data row ${row + 1}: "${cell.slice(0, 40)}" in column ${column} is not a number.`);
  }
  return value;
}

function unknownValue(column: string, row: number, cell: string, known: string[]): InvalidInputError {
  return new InvalidInputError(
    `Data row ${row + 1}: "${cell.slice(0, 40)}" in column ${column} is not a value that the model knows (${known.join(", ")}).`,
  );
}

/** The examples at these positions, in this order. */
export function selectExamples(examples: Examples, positions: readonly number[]): Examples {
  const codesAt = (from: Int32Array) => Int32Array.from(positions, (position) => from[position] as number);
  const numbersAt = (from: Float64Array) => Float64Array.from(positions, (position) => from[position] as number);
  return {
    count: positions.length,
    features: examples.features.map((feature) =>
      feature.kind === "CATEGORICAL"
        ? { ...feature, codes: codesAt(feature.codes) }
        : { ...feature, values: numbersAt(feature.values) },
    ),
    target: numbersAt(examples.target),
    rowIndices: codesAt(examples.rowIndices),
    dropped: examples.dropped,
  };
}

/** One example as a prediction would be given it; null is missing. */
export function featuresAt({ features }: Examples, position: number): Record<string, string | number | null> {
  return Object.fromEntries(
    features.map((feature) => {
      if (feature.kind === "CATEGORICAL")
        return [feature.name, feature.categories[feature.codes[position] as number] ?? null];
      const value = feature.values[position] as number;
      return [feature.name, Number.isNaN(value) ? null : value];
    }),
  );
}

/** What an example's target is: a class's value, or the number. */
export function truthAt(
  { target }: Examples,
  { task, target: of }: ModelDefinition,
  position: number,
): string | number {
  const value = target[position] as number;
  return task === "REGRESSION" ? value : (of.classes?.[value]?.value ?? String(value));
}
