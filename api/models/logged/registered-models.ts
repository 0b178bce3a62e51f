import type {
  Model,
  ModelAlias,
  ModelTag,
  ModelVersion,
  ReservedModel,
  VersionOrigin,
  VersionTag,
} from "../../../prisma/client/client.ts";
import type { Scope } from "../../actions/define-action.ts";
import { runRead } from "../../actions/run-action.ts";
import { ForbiddenError, NotFoundError } from "../../platform/errors.ts";
import { findVersionByAlias } from "../aliases.ts";
import { findModel, liveModels, unknownModel } from "../live-models.ts";
import { stagingAlias } from "../move-to-stage.ts";
import { inOrderOf } from "../search/search-input.ts";
import { understandSearch } from "../search/search-page.ts";
import { searchModels } from "../search-models.ts";
import { searchVersions } from "../search-versions.ts";
import { findVersion } from "../stages.ts";
import { reservedTarget } from "./reserved-target.ts";

/** A version with all that is told of it to programs. */
export type RegisteredVersion = ModelVersion & {
  model: Pick<Model, "name">;
  origin: VersionOrigin | null;
  tags: VersionTag[];
  aliases: ModelAlias[];
};

export type RegisteredModel = Model & {
  tags: ModelTag[];
  aliases: (ModelAlias & { version: Pick<ModelVersion, "version"> })[];
  /** The newest of each of MLflow's old stages. */
  latest: RegisteredVersion[];
};

/** Reserved names that a list tells. */
const mostReserved = 1_000;

export const versionParts = {
  model: { select: { name: true } },
  origin: true,
  tags: { orderBy: { key: "asc" } },
  aliases: { orderBy: { name: "asc" } },
} as const;

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
  const model = await database.model.findFirst({ where: { name, ...liveModels } });
  if (model) return (await withParts(scope, [model]))[0] as RegisteredModel;
  return (await database.reservedModel.findUnique({ where: { name } })) ?? unknownModel(database, name);
}

export async function withParts(scope: Scope, models: Model[]): Promise<RegisteredModel[]> {
  const { database } = scope.services;
  const where = { modelId: { in: models.map(({ id }) => id) } };
  // Candidates are of two old stages: the one that is being tried is newest of its own, however many are newer.
  const tried = { stage: "CANDIDATE", aliases: { some: { name: stagingAlias } } } as const;
  const [tags, aliases, latest, staging] = await Promise.all([
    database.modelTag.findMany({ where, orderBy: { key: "asc" } }),
    database.modelAlias.findMany({
      where,
      orderBy: { name: "asc" },
      include: { version: { select: { version: true } } },
    }),
    database.modelVersion.findMany({
      where: { ...where, NOT: tried },
      distinct: ["modelId", "stage"],
      orderBy: [{ modelId: "asc" }, { stage: "asc" }, { version: "desc" }],
      include: versionParts,
    }),
    database.modelVersion.findMany({ where: { ...where, ...tried }, include: versionParts }),
  ]);
  return models.map((model) => {
    const own = <Part extends { modelId: string }>(parts: Part[]) =>
      parts.filter(({ modelId }) => modelId === model.id);
    return { ...model, tags: own(tags), aliases: own(aliases), latest: own([...latest, ...staging]) };
  });
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
  const found = await withParts(scope, models);
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
  const { versions, next } = await runRead(searchVersions, query, scope);
  const ids = versions.map(({ id }) => id);
  const rows = await scope.services.database.modelVersion.findMany({
    where: { id: { in: ids } },
    include: versionParts,
  });
  return { versions: inOrderOf(ids, rows), next };
}

/** @throws {NotFoundError} */
export async function findRegisteredVersion(scope: Scope, name: string, version: number): Promise<RegisteredVersion> {
  allowReading(scope);
  const { database } = scope.services;
  return versionOf(scope, (await findVersion(database, await findModel(database, name), version)).id);
}

/** @throws {NotFoundError} */
export async function findRegisteredByAlias(scope: Scope, name: string, alias: string): Promise<RegisteredVersion> {
  allowReading(scope);
  const { database } = scope.services;
  return versionOf(scope, (await findVersionByAlias(database, await findModel(database, name), alias)).id);
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
