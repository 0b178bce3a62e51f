import type { Scope } from "../../actions/define-action.ts";
import { runRead } from "../../actions/run-action.ts";
import { type Database, Prisma, readJson } from "../../platform/database.ts";
import { ForbiddenError, NotFoundError } from "../../platform/errors.ts";
import { findVersionByAlias } from "../aliases.ts";
import { findModel, unknownModel } from "../live-models.ts";
import { searchPage, understandSearch } from "../search/search-page.ts";
import { modelSearch, versionSearch } from "../search/searches.ts";
import { searchModels } from "../search-models.ts";
import { searchVersions } from "../search-versions.ts";
import { findVersion } from "../stages.ts";
import {
  listOf,
  modelRow,
  type RegisteredModel,
  type RegisteredVersion,
  type ReservedName,
  reservedRow,
  versionRow,
  wholeVersionRow,
} from "./registered-rows.ts";
import { reservedTarget } from "./reserved-target.ts";

const { sql } = Prisma;

/** Reserved names that a list tells. */
const mostReserved = 1_000;

/** @throws {ForbiddenError} */
function allowReading({ actor }: Scope): void {
  if (!actor.permissions.has("models:read")) {
    throw new ForbiddenError(`${actor.name} may not read models: it needs the permission models:read.`);
  }
}

/** A model, or the name that is reserved for one. @throws {NotFoundError} */
export async function findRegistered(scope: Scope, name: string): Promise<RegisteredModel | ReservedName> {
  allowReading(scope);
  const { database } = scope.services;
  const found = await readJson<RegisteredModel | ReservedName>(
    database,
    sql`SELECT coalesce(
      (SELECT ${modelRow} FROM model m WHERE m.name = ${name} AND m.removed_at IS NULL),
      (SELECT ${reservedRow} FROM reserved_model r WHERE r.name = ${name}))::text`,
    "registered-model",
  );
  return found ?? unknownModel(database, name);
}

interface Query {
  filter: string | undefined;
  orderBy: string[];
  limit: number;
  after: string | undefined;
}

export interface RegisteredModelsFound {
  models: (RegisteredModel | ReservedName)[];
  /** The id to go on behind; null when there are no more. */
  next: string | null;
}

/** Models by a filter, and behind the last of them the reserved names that it fits. */
export async function searchRegistered(scope: Scope, query: Query): Promise<RegisteredModelsFound> {
  const read = async ({ services: { database } }: Scope, { limit, after, ...wanted }: Wanted) => {
    const found = await searchPage(database, modelSearch(wanted), { take: limit + 1, after });
    const { ids, next } = pageOf(found, limit);
    // Apart from the search, which is another each time: how these are read is planned once.
    const models = readJson<RegisteredModel[]>(
      database,
      sql`SELECT (SELECT ${listOf(sql`${modelRow} ORDER BY p.place`)}
        FROM unnest(${ids}::uuid[]) WITH ORDINALITY p(id, place) JOIN model m ON m.id = p.id)::text`,
      "registered-models",
    );
    const reserved = next === null ? readReserved(database, wanted.filter) : [];
    return { models: [...((await models) ?? []), ...(await reserved)], next };
  };
  return runRead({ ...searchModels, read }, query, scope);
}

async function readReserved(database: Database, filter: string | null | undefined): Promise<ReservedName[]> {
  const { where } = understandSearch(reservedTarget, { filter }, { newestFirst: true });
  const found = await readJson<ReservedName[]>(
    database,
    sql`SELECT (SELECT ${listOf(sql`${reservedRow} ORDER BY r.name`)}
      FROM (SELECT r.* ${reservedTarget.from} WHERE ${where} ORDER BY r.name LIMIT ${mostReserved}) r)::text`,
  );
  return found ?? [];
}

/** Of one more than were asked for: those, and the one to go on behind when there is one more. */
function pageOf(found: string[], limit: number): { ids: string[]; next: string | null } {
  return { ids: found.slice(0, limit), next: found.length > limit ? (found[limit - 1] ?? null) : null };
}

/** A search as it was checked. */
interface Wanted {
  filter?: string | null | undefined;
  orderBy?: string[] | null | undefined;
  limit: number;
  after?: string | undefined;
}

export interface RegisteredVersionsFound {
  versions: RegisteredVersion[];
  /** The id to go on behind; null when there are no more. */
  next: string | null;
}

export async function searchRegisteredVersions(scope: Scope, query: Query): Promise<RegisteredVersionsFound> {
  const read = async ({ services: { database } }: Scope, { limit, after, ...wanted }: Wanted) => {
    const { ids, next } = pageOf(await searchPage(database, versionSearch(wanted), { take: limit + 1, after }), limit);
    const versions = await readJson<RegisteredVersion[]>(
      database,
      sql`SELECT (SELECT ${listOf(sql`${versionRow} ORDER BY p.place`)}
        FROM unnest(${ids}::uuid[]) WITH ORDINALITY p(id, place)
        JOIN model_version v ON v.id = p.id JOIN model m ON m.id = v.model_id)::text`,
      "registered-versions",
    );
    return { versions: versions ?? [], next };
  };
  return runRead({ ...searchVersions, read }, query, scope);
}

/** @throws {NotFoundError} */
export async function findRegisteredVersion(scope: Scope, name: string, version: number): Promise<RegisteredVersion> {
  const found = await firstVersion(scope, name, sql`v.version = ${version}::int`, "registered-version");
  if (found) return found;
  const { database } = scope.services;
  return versionOf(scope, name, await findVersion(database, await findModel(database, name), version));
}

/** @throws {NotFoundError} */
export async function findRegisteredByAlias(scope: Scope, name: string, alias: string): Promise<RegisteredVersion> {
  const found =
    alias === "production"
      ? await firstVersion(scope, name, sql`v.stage = 'PRODUCTION'`, "registered-in-production")
      : await firstVersion(
          scope,
          name,
          sql`v.id = (SELECT a.version_id FROM model_alias a WHERE a.model_id = m.id AND a.name = ${alias})`,
          "registered-by-alias",
        );
  if (found) return found;
  const { database } = scope.services;
  return versionOf(scope, name, await findVersionByAlias(database, await findModel(database, name), alias));
}

/** In one step what is there mostly; what is not there is looked for again, to say what is missing. */
async function firstVersion(
  scope: Scope,
  model: string,
  condition: Prisma.Sql,
  statement: string,
): Promise<RegisteredVersion | null> {
  allowReading(scope);
  return readJson(
    scope.services.database,
    sql`SELECT ${wholeVersionRow}::text FROM model m JOIN model_version v ON v.model_id = m.id
      WHERE m.name = ${model} AND m.removed_at IS NULL AND ${condition} LIMIT 1`,
    statement,
  );
}

/** The newest version of each old stage, of a model; of a reserved name none. @throws {NotFoundError} */
export async function latestVersions(scope: Scope, name: string): Promise<RegisteredVersion[]> {
  const found = await findRegistered(scope, name);
  return "latest" in found ? found.latest : [];
}

/** A version that was found otherwise. */
async function versionOf(scope: Scope, model: string, { version }: { version: number }): Promise<RegisteredVersion> {
  const found = await firstVersion(scope, model, sql`v.version = ${version}::int`, "registered-version");
  if (found) return found;
  throw new NotFoundError(`${model} was changed at this moment. Ask again.`);
}

/** The version in production. @throws {NotFoundError} when there is none */
export async function productionVersion(scope: Scope, name: string): Promise<number> {
  const production = (await latestVersions(scope, name)).find(({ stage }) => stage === "PRODUCTION");
  if (production) return production.version;
  throw new NotFoundError(`No version of ${name} is in production.`);
}
