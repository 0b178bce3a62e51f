import type { Experiment, ExperimentTag } from "../../prisma/client/client.ts";
import type { Scope } from "../actions/define-action.ts";
import { Prisma } from "../platform/database.ts";
import { AlreadyExistsError, ConflictError, InvalidInputError, NotFoundError } from "../platform/errors.ts";
import { allow } from "./allow.ts";
import { limits } from "./limits.ts";
import type { Paged } from "./pages.ts";
import { experimentTarget } from "./search/experiment-target.ts";
import { searchRows, type TrackingSearch } from "./search/search-rows.ts";

const { sql } = Prisma;

export type ExperimentWithTags = Experiment & { tags: ExperimentTag[] };
/** Which of what can be deleted and restored is asked for. */
export type Liveness = "LIVE" | "DELETED" | "ALL";

const withTags = { tags: { orderBy: { key: "asc" } } } as const;
/** The experiment of runs that name none. */
export const defaultExperiment = 0n;

export async function createExperiment(
  scope: Scope,
  { name, tags }: { name: string; tags: { key: string; value: string }[] },
): Promise<bigint> {
  allow(scope, "tracking:write");
  const { database, clock } = scope.services;
  const now = clock.now();
  try {
    const data = { name, createdAt: now, updatedAt: now, createdBy: scope.actor.id, tags: { create: tags } };
    return (await database.experiment.create({ data })).id;
  } catch (error) {
    throw isTaken(error) ? nameTaken(name) : error;
  }
}

/** @throws {NotFoundError} */
export async function findExperiment(scope: Scope, id: string): Promise<ExperimentWithTags> {
  allow(scope, "tracking:read");
  const found = await scope.services.database.experiment.findUnique({
    where: { id: experimentId(id) },
    include: withTags,
  });
  return found ?? unknownExperiment(id);
}

/** @throws {NotFoundError} */
export async function findExperimentByName(scope: Scope, name: string): Promise<ExperimentWithTags> {
  allow(scope, "tracking:read");
  const found = await scope.services.database.experiment.findUnique({ where: { name }, include: withTags });
  if (found) return found;
  throw new NotFoundError(`There is no experiment called "${name.slice(0, 80)}".`);
}

/** @throws {NotFoundError | ConflictError} when there is none, or it is deleted */
export async function liveExperiment(scope: Scope, id: string): Promise<Experiment> {
  const experiment = await findExperiment(scope, id);
  if (!experiment.deletedAt) return experiment;
  throw new ConflictError(`The experiment ${experiment.name} is deleted. Restore it first.`);
}

/** Those that match; the newest first where the order says nothing else. */
export async function searchExperiments(
  scope: Scope,
  { liveness, ...search }: TrackingSearch & { liveness: Liveness },
): Promise<Paged<ExperimentWithTags>> {
  allow(scope, "tracking:read");
  const { database } = scope.services;
  const { items, next } = await searchRows(database, experimentTarget, search, {
    besides: [alive(sql`e.deleted_at`, liveness)],
    otherwise: sql`e.created_at DESC, e.id DESC`,
  });
  const found = await database.experiment.findMany({
    where: { id: { in: items.map((id) => BigInt(id)) } },
    include: withTags,
  });
  const byId = new Map(found.map((experiment) => [String(experiment.id), experiment]));
  return { items: items.flatMap((id) => byId.get(id) ?? []), next };
}

export async function renameExperiment(scope: Scope, { id, name }: { id: string; name: string }): Promise<void> {
  allow(scope, "tracking:write");
  const { database, clock } = scope.services;
  const experiment = await liveExperiment(scope, id);
  try {
    await database.experiment.update({ where: { id: experiment.id }, data: { name, updatedAt: clock.now() } });
  } catch (error) {
    throw isTaken(error) ? nameTaken(name) : error;
  }
}

/** Marks an experiment and its runs as deleted; they can be restored. @throws {NotFoundError | InvalidInputError} */
export async function deleteExperiment(scope: Scope, id: string): Promise<void> {
  allow(scope, "tracking:write");
  const experiment = await findExperiment(scope, id);
  if (experiment.id === defaultExperiment) {
    throw new InvalidInputError("The default experiment can't be deleted: runs that name no experiment go there.");
  }
  if (experiment.deletedAt) throw new NotFoundError(`The experiment ${experiment.name} is deleted already.`);
  const { database, clock } = scope.services;
  const deletedAt = clock.now();
  await database.$transaction([
    database.experiment.updateMany({
      where: { id: experiment.id, deletedAt: null },
      data: { deletedAt, updatedAt: deletedAt },
    }),
    database.programRun.updateMany({ where: { experimentId: experiment.id, deletedAt: null }, data: { deletedAt } }),
  ]);
}

/** Restores an experiment with the runs that were deleted with it. @throws {NotFoundError} */
export async function restoreExperiment(scope: Scope, id: string): Promise<void> {
  allow(scope, "tracking:write");
  const experiment = await findExperiment(scope, id);
  const { deletedAt } = experiment;
  if (!deletedAt) throw new NotFoundError(`The experiment ${experiment.name} is not deleted.`);
  const { database, clock } = scope.services;
  await database.$transaction([
    database.experiment.updateMany({
      where: { id: experiment.id, deletedAt },
      data: { deletedAt: null, updatedAt: clock.now() },
    }),
    database.programRun.updateMany({ where: { experimentId: experiment.id, deletedAt }, data: { deletedAt: null } }),
  ]);
}

export async function setExperimentTag(
  scope: Scope,
  { id, key, value }: { id: string; key: string; value: string },
): Promise<void> {
  allow(scope, "tracking:write");
  const { id: experimentId } = await liveExperiment(scope, id);
  await scope.services.database.experimentTag.upsert({
    where: { experimentId_key: { experimentId, key } },
    create: { experimentId, key, value },
    update: { value },
  });
}

/** @throws {NotFoundError} when there is no such tag */
export async function deleteExperimentTag(scope: Scope, { id, key }: { id: string; key: string }): Promise<void> {
  allow(scope, "tracking:write");
  const experiment = await liveExperiment(scope, id);
  const { count } = await scope.services.database.experimentTag.deleteMany({
    where: { experimentId: experiment.id, key },
  });
  if (count === 0) throw new NotFoundError(`The experiment ${experiment.name} has no tag "${key.slice(0, 80)}".`);
}

/** The condition that something is, or is not, deleted. */
export function alive(deletedAt: Prisma.Sql, liveness: Liveness): Prisma.Sql {
  if (liveness === "ALL") return sql`TRUE`;
  return liveness === "LIVE" ? sql`${deletedAt} IS NULL` : sql`${deletedAt} IS NOT NULL`;
}

/** @throws {NotFoundError} a text that is no experiment's number */
export function experimentId(text: string): bigint {
  return /^\d{1,18}$/.test(text) ? BigInt(text) : unknownExperiment(text);
}

function unknownExperiment(id: string): never {
  throw new NotFoundError(`There is no experiment ${id.slice(0, 80)}.`);
}

function nameTaken(name: string): AlreadyExistsError {
  return new AlreadyExistsError(
    `There is an experiment called "${name.slice(0, limits.name)}" already, or there was one that is deleted and can be restored.`,
  );
}

export function isTaken(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}
