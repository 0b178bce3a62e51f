import { understandSearch } from "../../models/search/search-page.ts";
import type { SearchTarget } from "../../models/search/target.ts";
import { type Database, Prisma } from "../../platform/database.ts";
import { type Page, type Paged, paged } from "../pages.ts";

const { sql } = Prisma;

export interface TrackingSearch {
  /** In MLflow's syntax. */
  filter: string | undefined;
  orderBy: readonly string[];
  page: Page;
}

/**
 * Ids of what a search finds, in its order, and then in `otherwise`'s.
 * @param options.ordered the same rows, where the order speaks of other values of them than the filter
 * @throws {SearchSyntaxError} with the place of the first fault
 */
export async function searchRows(
  database: Database,
  target: SearchTarget,
  { filter, orderBy, page }: TrackingSearch,
  { besides, otherwise, ordered = target }: { besides: Prisma.Sql[]; otherwise: Prisma.Sql; ordered?: SearchTarget },
): Promise<Paged<string>> {
  const { where } = understandSearch(target, { filter }, { besides, newestFirst: true });
  const { keys } = understandSearch(ordered, { orderBy }, { newestFirst: true });
  // The last key is the id, which a list of these has its own way with.
  const order = keys
    .slice(0, -1)
    .map(({ value, descending }) => sql`${value} ${descending ? sql`DESC` : sql`ASC`} NULLS LAST`);
  const rows = await database.$queryRaw<{ id: string }[]>`
    SELECT ${target.id}::text AS id ${target.from} WHERE ${where} ORDER BY ${Prisma.join([...order, otherwise])}
    OFFSET ${page.offset} LIMIT ${page.limit + 1}`;
  return paged(
    page,
    rows.map(({ id }) => id),
  );
}
