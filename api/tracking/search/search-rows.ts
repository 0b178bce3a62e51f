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
 * @throws {SearchSyntaxError} with the place of the first fault
 */
export async function searchRows(
  database: Database,
  target: SearchTarget,
  { filter, orderBy, page }: TrackingSearch,
  { besides, otherwise }: { besides: Prisma.Sql[]; otherwise: Prisma.Sql },
): Promise<Paged<string>> {
  const { where, keys } = understandSearch(target, { filter, orderBy }, { besides, newestFirst: true });
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
