import { randomUUID } from "node:crypto";
import type { LoggedModel, LoggedModelStatus } from "../../prisma/client/client.ts";
import type { Scope } from "../actions/define-action.ts";
import { inOrderOf } from "../models/search/search-input.ts";
import { Prisma } from "../platform/database.ts";
import { InvalidInputError, NotFoundError } from "../platform/errors.ts";
import { allow } from "./allow.ts";
import { experimentId, liveExperiment } from "./experiments.ts";
import { type Measurement, metricsOfModels } from "./metrics.ts";
import type { Paged } from "./pages.ts";
import { loggedModelTarget, type MeasuredOn } from "./search/logged-model-target.ts";
import { searchRows, type TrackingSearch } from "./search/search-rows.ts";

const { sql } = Prisma;

export interface FullLoggedModel extends LoggedModel {
  metrics: (Measurement & { runId: string })[];
}

type Pairs = Record<string, string>;

export interface NewLoggedModel {
  experimentId: string;
  name: string;
  modelType: string;
  sourceRunId: string | null;
  params: Pairs;
  tags: Pairs;
}

/** @throws {NotFoundError | ConflictError} when there is no such experiment, or it is deleted */
export async function createLoggedModel(scope: Scope, model: NewLoggedModel): Promise<FullLoggedModel> {
  allow(scope, "tracking:write");
  const experiment = await liveExperiment(scope, model.experimentId);
  const now = scope.services.clock.now();
  const created = await scope.services.database.loggedModel.create({
    data: {
      ...model,
      id: `m-${randomUUID().replaceAll("-", "")}`,
      experimentId: experiment.id,
      createdAt: now,
      updatedAt: now,
    },
  });
  return { ...created, metrics: [] };
}

/** @throws {NotFoundError} */
export async function findLoggedModel(scope: Scope, id: string, { deletedToo = false } = {}): Promise<FullLoggedModel> {
  allow(scope, "tracking:read");
  const { database } = scope.services;
  const found = await database.loggedModel.findUnique({ where: { id } });
  if (!found || (found.deletedAt && !deletedToo))
    throw new NotFoundError(`There is no logged model ${id.slice(0, 80)}.`);
  const [full] = await withMetrics(scope, [found]);
  return full as FullLoggedModel;
}

/** Those of the experiments that match, by metrics that were measured on these data sets; the newest first where the order says nothing else. */
export async function searchLoggedModels(
  scope: Scope,
  {
    experimentIds,
    measuredOn = [],
    orderedOn = [],
    ...search
  }: TrackingSearch & { experimentIds: string[]; measuredOn?: MeasuredOn[]; orderedOn?: MeasuredOn[] },
): Promise<Paged<FullLoggedModel>> {
  allow(scope, "tracking:read");
  const { database } = scope.services;
  const { items, next } = await searchRows(database, loggedModelTarget(measuredOn), search, {
    besides: [sql`l.experiment_id = ANY(${experimentIds.map(experimentId)}::bigint[])`, sql`l.deleted_at IS NULL`],
    otherwise: sql`l.created_at DESC, l.id`,
    ordered: loggedModelTarget(orderedOn),
  });
  const found = await database.loggedModel.findMany({ where: { id: { in: items } } });
  return { items: await withMetrics(scope, inOrderOf(items, found)), next };
}

export async function finishLoggedModel(scope: Scope, id: string, status: LoggedModelStatus): Promise<FullLoggedModel> {
  await change(scope, id, () => ({ status }));
  return findLoggedModel(scope, id);
}

/** @throws {InvalidInputError} when a parameter has another value already */
export async function addLoggedModelParams(scope: Scope, id: string, params: Pairs): Promise<void> {
  await change(scope, id, (model) => {
    const known = model.params as Pairs;
    const changed = Object.keys(params).find((key) => Object.hasOwn(known, key) && known[key] !== params[key]);
    if (changed !== undefined) {
      throw new InvalidInputError(
        `The parameter ${changed} of the logged model ${id} is "${known[changed]}" already, and does not change.`,
      );
    }
    return { params: { ...known, ...params } };
  });
}

export async function setLoggedModelTags(scope: Scope, id: string, tags: Pairs): Promise<FullLoggedModel> {
  await change(scope, id, (model) => ({ tags: { ...(model.tags as Pairs), ...tags } }));
  return findLoggedModel(scope, id);
}

/** @throws {NotFoundError} when there is no such tag */
export async function deleteLoggedModelTag(scope: Scope, id: string, key: string): Promise<void> {
  await change(scope, id, (model) => {
    const { [key]: value, ...others } = model.tags as Pairs;
    if (value === undefined) throw new NotFoundError(`The logged model ${id} has no tag "${key.slice(0, 80)}".`);
    return { tags: others };
  });
}

export async function deleteLoggedModel(scope: Scope, id: string): Promise<void> {
  await change(scope, id, () => ({ deletedAt: scope.services.clock.now() }));
}

/** @throws {NotFoundError} */
async function change(
  scope: Scope,
  id: string,
  to: (model: LoggedModel) => Prisma.LoggedModelUpdateInput,
): Promise<void> {
  allow(scope, "tracking:write");
  await scope.services.database.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM logged_model WHERE id = ${id} FOR UPDATE`;
    const model = await tx.loggedModel.findUnique({ where: { id, deletedAt: null } });
    if (!model) throw new NotFoundError(`There is no logged model ${id.slice(0, 80)}.`);
    const data = { ...to(model), updatedAt: scope.services.clock.now() };
    await tx.loggedModel.update({ where: { id }, data });
  });
}

async function withMetrics(scope: Scope, models: LoggedModel[]): Promise<FullLoggedModel[]> {
  const metrics = await metricsOfModels(
    scope.services.database,
    models.map(({ id }) => id),
  );
  return models.map((model) => ({ ...model, metrics: metrics.get(model.id) ?? [] }));
}
