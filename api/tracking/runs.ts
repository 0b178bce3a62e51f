import { randomUUID } from "node:crypto";
import type {
  ProgramRun,
  ProgramRunStatus,
  RunDataset,
  RunModel,
  RunParam,
  RunTag,
} from "../../prisma/client/client.ts";
import type { Scope } from "../actions/define-action.ts";
import type { Database } from "../platform/database.ts";
import { ConflictError, NotFoundError } from "../platform/errors.ts";
import { allow } from "./allow.ts";
import { liveExperiment } from "./experiments.ts";
import { latestMetrics, type Measurement } from "./metrics.ts";

/** A run with all that was told of it; of each metric the latest. */
export interface FullRun extends ProgramRun {
  params: RunParam[];
  tags: RunTag[];
  metrics: Measurement[];
  datasets: RunDataset[];
  models: RunModel[];
}

const ended: readonly ProgramRunStatus[] = ["FINISHED", "FAILED", "KILLED"];
const everything = {
  params: { orderBy: { key: "asc" } },
  tags: { orderBy: { key: "asc" } },
  datasets: { orderBy: { name: "asc" } },
  models: { orderBy: { modelId: "asc" } },
} as const;

export interface NewRun {
  experimentId: string;
  name: string;
  userName: string;
  startedAt: Date;
  tags: { key: string; value: string }[];
}

/** @throws {NotFoundError | ConflictError} when there is no such experiment, or it is deleted */
export async function createRun(scope: Scope, run: NewRun): Promise<FullRun> {
  allow(scope, "tracking:write");
  const experiment = await liveExperiment(scope, run.experimentId);
  const { name, userName, startedAt, tags } = run;
  const created = await scope.services.database.programRun.create({
    data: {
      id: randomUUID().replaceAll("-", ""),
      experimentId: experiment.id,
      name,
      userName,
      startedAt,
      createdBy: scope.actor.id,
      tags: { create: tags },
    },
    include: { tags: everything.tags },
  });
  return { ...created, params: [], metrics: [], datasets: [], models: [] };
}

/** @throws {NotFoundError} */
export async function findRun(scope: Scope, id: string): Promise<FullRun> {
  allow(scope, "tracking:read");
  const [run] = await loadRuns(scope.services.database, [id]);
  return run ?? unknownRun(id);
}

/** In the order of the ids; those that are not there are left out. */
export async function loadRuns(database: Database, ids: string[]): Promise<FullRun[]> {
  const [runs, metrics] = await Promise.all([
    database.programRun.findMany({ where: { id: { in: ids } }, include: everything }),
    latestMetrics(database, ids),
  ]);
  const found = new Map(runs.map((run) => [run.id, { ...run, metrics: metrics.get(run.id) ?? [] }]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

/**
 * The run that something is to be written to.
 * @throws {NotFoundError | ConflictError} when there is none, or it is deleted
 */
export async function liveRun(scope: Scope, id: string): Promise<ProgramRun> {
  const run = await scope.services.database.programRun.findUnique({ where: { id } });
  if (!run) return unknownRun(id);
  if (run.deletedAt) throw new ConflictError(`The run ${id} is deleted. Restore it first.`);
  return run;
}

/** A status that ends a run ends it now, unless it is said when; one that does not opens it again. */
export async function updateRun(
  scope: Scope,
  { id, status, endedAt, name }: { id: string; status?: ProgramRunStatus; endedAt?: Date; name?: string },
): Promise<ProgramRun> {
  allow(scope, "tracking:write");
  const run = await liveRun(scope, id);
  const { database, clock } = scope.services;
  const end = status && (ended.includes(status) ? (endedAt ?? clock.now()) : null);
  return database.programRun.update({
    where: { id: run.id },
    data: {
      ...(status ? { status } : {}),
      ...(end === undefined ? (endedAt ? { endedAt } : {}) : { endedAt: end }),
      ...(name
        ? {
            name,
            tags: {
              upsert: {
                where: { runId_key: { runId: run.id, key: runNameTag } },
                create: { key: runNameTag, value: name },
                update: { value: name },
              },
            },
          }
        : {}),
    },
  });
}

/** Programs read a run's name off this tag. */
export const runNameTag = "mlflow.runName";

/** Marks a run as deleted; it can be restored. Deleting it twice is once. @throws {NotFoundError} */
export async function deleteRun(scope: Scope, id: string): Promise<void> {
  await mark(scope, id, scope.services.clock.now());
}

/** @throws {NotFoundError} */
export async function restoreRun(scope: Scope, id: string): Promise<void> {
  await mark(scope, id, null);
}

async function mark(scope: Scope, id: string, deletedAt: Date | null): Promise<void> {
  allow(scope, "tracking:write");
  const { count } = await scope.services.database.programRun.updateMany({ where: { id }, data: { deletedAt } });
  if (count === 0) unknownRun(id);
}

function unknownRun(id: string): never {
  throw new NotFoundError(`There is no run ${id.slice(0, 80)}.`);
}
