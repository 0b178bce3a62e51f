import type { Scope } from "../actions/define-action.ts";
import { Prisma } from "../platform/database.ts";
import { allow } from "./allow.ts";
import { experimentId, type Liveness } from "./experiments.ts";
import { type Page, type Paged, paged } from "./pages.ts";
import { type FullRun, loadRuns } from "./runs.ts";

export interface RunQuery {
  experimentIds: string[];
  liveness: Liveness;
  /** Conditions on `run`, a row of program_run. */
  where: Prisma.Sql[];
  /** What to order by before the newest first. */
  orderBy: Prisma.Sql[];
  page: Page;
}

/** The runs of the experiments that match. */
export async function searchRuns(scope: Scope, query: RunQuery): Promise<Paged<FullRun>> {
  allow(scope, "tracking:read");
  const { experimentIds, liveness, where, orderBy, page } = query;
  const { database } = scope.services;
  const alive = {
    LIVE: Prisma.sql`run.deleted_at IS NULL`,
    DELETED: Prisma.sql`run.deleted_at IS NOT NULL`,
    ALL: Prisma.sql`TRUE`,
  }[liveness];
  const conditions = Prisma.join([alive, ...where], " AND ");
  const order = Prisma.join([...orderBy, Prisma.sql`run.started_at DESC`, Prisma.sql`run.id`], ", ");
  const rows = await database.$queryRaw<{ id: string }[]>`
    SELECT run.id FROM program_run AS run
    WHERE run.experiment_id = ANY(${experimentIds.map(experimentId)}::bigint[]) AND ${conditions}
    ORDER BY ${order} OFFSET ${page.offset} LIMIT ${page.limit + 1}`;
  const { items, next } = paged(page, rows);
  return {
    items: await loadRuns(
      database,
      items.map(({ id }) => id),
    ),
    next,
  };
}
