import { parse } from "csv-parse/sync";
import { InvalidInputError } from "../platform/errors.ts";

export interface Table {
  columns: string[];
  /** Data rows in the file's order, a cell a column; null is missing. */
  rows: (string | null)[][];
}

/**
 * Reads a CSV file (RFC 4180, UTF-8, a header line first). Cells are trimmed; an empty one, or one that is the missing marker, is
 * null.
 * @throws {InvalidInputError} when it is no such file: a ragged row, a bad quote, a column named twice or not at all
 */
export function readCsv(bytes: Uint8Array, missing: string): Table {
  const records = parseRecords(bytes);
  const [columns, ...rows] = records;
  if (!columns || rows.length === 0) throw new InvalidInputError("The CSV file has no data rows under a header line.");
  const repeated = columns.find((column, index) => column === "" || columns.indexOf(column) !== index);
  if (repeated !== undefined) {
    throw new InvalidInputError(
      `The CSV file's header names the column "${repeated}" twice, or leaves one without a name.`,
    );
  }
  return {
    columns,
    rows: rows.map((row) => row.map((cell) => (cell === "" || cell === missing ? null : cell))),
  };
}

function parseRecords(bytes: Uint8Array): string[][] {
  try {
    return parse(Buffer.from(bytes), {
      bom: true,
      trim: true,
      skip_empty_lines: true,
    });
  } catch (error) {
    throw new InvalidInputError(
      `The CSV file can't be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
