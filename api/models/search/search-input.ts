import { z } from "zod";

export const mostFound = 1_000;

/** What a search takes, as callers give it. */
export const searchInput = {
  /** In MLflow's syntax; omitted, null or empty: all. */
  filter: z.string().nullish(),
  orderBy: z.array(z.string()).nullish(),
  limit: z.int().min(1).max(mostFound).default(100),
  /** The id of the last one of the page before. */
  after: z.uuid("is no id that a search gave").optional(),
};

/** Rows in the order in which a search found their ids. */
export function inOrderOf<Row extends { id: string }>(ids: readonly string[], rows: readonly Row[]): Row[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
