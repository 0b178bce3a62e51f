import { readFile } from "node:fs/promises";
import type { Dataset as DatasetRow } from "../../prisma/client/client.ts";
import { sha256 } from "../platform/canonical-json.ts";
import type { Transaction } from "../platform/database.ts";
import { NotFoundError } from "../platform/errors.ts";
import { readCsv, type Table } from "./read-csv.ts";
import { type ShippedDataset, shippedDatasets } from "./shipped-datasets.ts";

export interface LoadedDataset extends Table {
  name: string;
  /** SHA-256 of the file's bytes, in hex. */
  sha256: string;
  provenance: string;
}

/** Parsed files; bounded, because only shipped names get in. A read that failed is forgotten. */
const loaded = new Map<string, Promise<LoadedDataset>>();

/**
 * The data set of that name, parsed once in a process.
 * @throws {NotFoundError} naming those that there are
 */
export function loadDataset(name: string): Promise<LoadedDataset> {
  const known = loaded.get(name);
  if (known) return known;
  const shipped = shippedDatasets.find((dataset) => dataset.name === name);
  if (!shipped) {
    const names = shippedDatasets.map((dataset) => dataset.name).join(", ");
    return Promise.reject(
      new NotFoundError(`There is no data set called "${name.slice(0, 80)}". Known here: ${names}.`),
    );
  }
  const reading = read(shipped);
  loaded.set(name, reading);
  reading.catch(() => loaded.delete(name));
  return reading;
}

async function read({ name, file, missing, provenance }: ShippedDataset): Promise<LoadedDataset> {
  const bytes = await readFile(new URL(`./data/${file}`, import.meta.url));
  return {
    name,
    sha256: sha256(bytes),
    provenance,
    ...readCsv(bytes, missing),
  };
}

/**
 * The row of the data set as it is now: another one when the file's bytes changed.
 * @throws {NotFoundError} when there is no such data set
 */
export async function ensureDataset(tx: Transaction, name: string): Promise<DatasetRow> {
  const { sha256: hash, columns, rows, provenance } = await loadDataset(name);
  // Two transactions may come here at once: the second one's insert waits for the first, then does nothing.
  await tx.dataset.createMany({
    data: [{ name, sha256: hash, rows: rows.length, columns, provenance }],
    skipDuplicates: true,
  });
  return tx.dataset.findUniqueOrThrow({
    where: { name_sha256: { name, sha256: hash } },
  });
}
