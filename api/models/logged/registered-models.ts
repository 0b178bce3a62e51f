import type { ReservedModel } from "../../../prisma/client/client.ts";
import type { Scope } from "../../actions/define-action.ts";
import { runRead } from "../../actions/run-action.ts";
import { type Database, Prisma } from "../../platform/database.ts";
import { ForbiddenError, NotFoundError } from "../../platform/errors.ts";
import { findVersionByAlias } from "../aliases.ts";
import { findModel, liveModels, unknownModel } from "../live-models.ts";
import { stagingAlias } from "../move-to-stage.ts";
import { understandSearch } from "../search/search-page.ts";
import { type FoundModel, modelParts, searchModels } from "../search-models.ts";
import { type FoundVersion, searchVersions, versionParts } from "../search-versions.ts";
import { findVersion } from "../stages.ts";
import { reservedTarget } from "./reserved-target.ts";

/** A version with all that is told of it to programs. */
export type RegisteredVersion = FoundVersion;

export interface RegisteredModel extends FoundModel {
  /** The newest of each of MLflow's old stages. */
  latest: RegisteredVersion[];
}

/** Reserved names that a list tells. */
const mostReserved = 1_000;

/** @throws {ForbiddenError} */
function allowReading({ actor }: Scope): void {
  if (!actor.permissions.has("models:read")) {
    throw new ForbiddenError(`${actor.name} may not read models: it needs the permission models:read.`);
  }
}

/** A model, or the name that is reserved for one. @throws {NotFoundError} */
export async function findRegistered(scope: Scope, name: string): Promise<RegisteredModel | ReservedModel> {
  allowReading(scope);
  const { database } = scope.services;
  const model = await database.model.findFirst({ where: { name, ...liveModels }, include: modelParts });
  if (model) return (await withLatest(scope, [model]))[0] as RegisteredModel;
  return (await database.reservedModel.findUnique({ where: { name } })) ?? unknownModel(database, name);
}

async function withLatest({ services: { database } }: Scope, models: FoundModel[]): Promise<RegisteredModel[]> {
  const ids = models.map(({ id }) => id);
  const newest = await database.modelVersion.findMany({
    where: { id: { in: await newestOfStages(database, ids) } },
    orderBy: [{ stage: "asc" }, { version: "desc" }],
    include: versionParts,
  });
  const latestOf = Map.groupBy(newest, ({ modelId }) => modelId);
  return models.map((model) => ({ ...model, latest: latestOf.get(model.id) ?? [] }));
}

/**
 * Ids of the newest version of each old stage. Candidates are of two of them: the one that is being tried is newest of its own, however many
 * are newer.
 */
async function newestOfStages(database: Database, modelIds: string[]): Promise<string[]> {
  const tried = Prisma.sql`
    EXISTS (SELECT FROM model_alias a WHERE a.model_id = m.id AND a.name = ${stagingAlias} AND a.version_id = v.id)`;
  const rows = await database.$queryRaw<{ id: string }[]>`
    SELECT found.id::text AS id FROM unnest(${modelIds}::uuid[]) AS m(id) CROSS JOIN LATERAL (
      SELECT newest.id FROM unnest(enum_range(NULL::"Stage")) AS s(stage) CROSS JOIN LATERAL (
        SELECT v.id FROM model_version v WHERE v.model_id = m.id AND v.stage = s.stage AND NOT (v.stage = 'CANDIDATE' AND ${tried})
        ORDER BY v.version DESC LIMIT 1) newest
      UNION ALL
      SELECT v.id FROM model_alias a JOIN model_version v ON v.id = a.version_id
      WHERE a.model_id = m.id AND a.name = ${stagingAlias} AND v.stage = 'CANDIDATE') found`;
  return rows.map(({ id }) => id);
}

interface Query {
  filter: string | undefined;
  orderBy: string[];
  limit: number;
  after: string | undefined;
}

/** Models by a filter, and behind the last of them the reserved names that it fits. */
export async function searchRegistered(
  scope: Scope,
  query: Query,
): Promise<{ models: (RegisteredModel | ReservedModel)[]; next: string | null }> {
  const { models, next } = await runRead(searchModels, query, scope);
  const found = await withLatest(scope, models);
  return { models: [...found, ...(next === null ? await searchReserved(scope, query.filter) : [])], next };
}

async function searchReserved({ services: { database } }: Scope, filter: string | undefined): Promise<ReservedModel[]> {
  const { where } = understandSearch(reservedTarget, { filter }, { newestFirst: true });
  const rows = await database.$queryRaw<{ name: string }[]>`
    SELECT r.name ${reservedTarget.from} WHERE ${where} ORDER BY r.name LIMIT ${mostReserved}`;
  const names = rows.map(({ name }) => name);
  return database.reservedModel.findMany({ where: { name: { in: names } }, orderBy: { name: "asc" } });
}

export async function searchRegisteredVersions(
  scope: Scope,
  query: Query,
): Promise<{ versions: RegisteredVersion[]; next: string | null }> {
  return runRead(searchVersions, query, scope);
}

/** @throws {NotFoundError} */
export async function findRegisteredVersion(scope: Scope, name: string, version: number): Promise<RegisteredVersion> {
  const found = await firstVersion(scope, { version, model: { name, ...liveModels } });
  if (found) return found;
  const { database } = scope.services;
  return versionOf(scope, (await findVersion(database, await findModel(database, name), version)).id);
}

/** @throws {NotFoundError} */
export async function findRegisteredByAlias(scope: Scope, name: string, alias: string): Promise<RegisteredVersion> {
  const model = { name, ...liveModels };
  const found = await firstVersion(
    scope,
    alias === "production" ? { stage: "PRODUCTION", model } : { model, aliases: { some: { name: alias } } },
  );
  if (found) return found;
  const { database } = scope.services;
  return versionOf(scope, (await findVersionByAlias(database, await findModel(database, name), alias)).id);
}

/** In one step what is there mostly; what is not there is looked for again, to say what is missing. */
async function firstVersion(scope: Scope, where: Prisma.ModelVersionWhereInput): Promise<RegisteredVersion | null> {
  allowReading(scope);
  return scope.services.database.modelVersion.findFirst({ where, include: versionParts });
}

/** The newest version of each old stage, of a model; of a reserved name none. @throws {NotFoundError} */
export async function latestVersions(scope: Scope, name: string): Promise<RegisteredVersion[]> {
  const found = await findRegistered(scope, name);
  return "latest" in found ? found.latest : [];
}

async function versionOf(scope: Scope, id: string): Promise<RegisteredVersion> {
  return scope.services.database.modelVersion.findUniqueOrThrow({ where: { id }, include: versionParts });
}

/** The version in production. @throws {NotFoundError} when there is none */
export async function productionVersion(scope: Scope, name: string): Promise<number> {
  const production = (await latestVersions(scope, name)).find(({ stage }) => stage === "PRODUCTION");
  if (production) return production.version;
  throw new NotFoundError(`No version of ${name} is in production.`);
}
