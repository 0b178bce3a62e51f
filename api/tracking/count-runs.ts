import type { Scope } from "../actions/define-action.ts";
import { countFound, understandSearch } from "../models/search/search-page.ts";
import { Prisma } from "../platform/database.ts";
import { allow } from "./allow.ts";
import { experimentId } from "./experiments.ts";
import { runTarget } from "./search/run-target.ts";

const { sql } = Prisma;

/** How many runs of an experiment match, deleted ones left out. @throws {SearchSyntaxError} with the place of the first fault */
export function countRuns(
  scope: Scope,
  { experiment, filter }: { experiment: string; filter?: string | null | undefined },
): Promise<number> {
  allow(scope, "tracking:read");
  const besides = [sql`run.experiment_id = ${experimentId(experiment)}`, sql`run.deleted_at IS NULL`];
  return countFound(scope.services.database, understandSearch(runTarget, { filter }, { besides, newestFirst: true }));
}
