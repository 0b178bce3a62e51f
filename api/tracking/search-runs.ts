import type { Scope } from "../actions/define-action.ts";
import { Prisma } from "../platform/database.ts";
import { allow } from "./allow.ts";
import { alive, experimentId, type Liveness } from "./experiments.ts";
import type { Paged } from "./pages.ts";
import { type FullRun, loadRuns } from "./runs.ts";
import { runTarget } from "./search/run-target.ts";
import { searchRows, type TrackingSearch } from "./search/search-rows.ts";

const { sql } = Prisma;

/** The runs of the experiments that match; the newest first where the order says nothing else. */
export async function searchRuns(
  scope: Scope,
  { experimentIds, liveness, ...search }: TrackingSearch & { experimentIds: string[]; liveness: Liveness },
): Promise<Paged<FullRun>> {
  allow(scope, "tracking:read");
  const { database } = scope.services;
  const within = sql`run.experiment_id = ANY(${experimentIds.map(experimentId)}::bigint[])`;
  const { items, next } = await searchRows(database, runTarget, search, {
    besides: [within, alive(sql`run.deleted_at`, liveness)],
    otherwise: sql`run.started_at DESC, run.id`,
  });
  return { items: await loadRuns(database, items), next };
}
