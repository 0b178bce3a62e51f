import { canonicalJson, sha256 } from "../../platform/canonical-json.ts";
import { storableText } from "../../platform/storable.ts";
import { type MlflowApi, MlflowApiError, type RequestLimits } from "../mlflow-server/mlflow-api.ts";
import type { Pair, SourceModel, SourceVersion } from "../mlflow-server/read-registry.ts";
import { registeredModels, versionsOf } from "../mlflow-server/read-registry.ts";
import { ownTag, runTag, stageTag } from "./own-tags.ts";

/** A version as the server has it. */
export interface ServerVersion {
  version: number;
  description: string;
  /** Without those by which this product keeps its own marks. */
  tags: ReadonlyMap<string, string>;
  /** What the stage's tag says, if it is one that a tag decides. */
  stage: "CANDIDATE" | "ARCHIVED" | null;
  /** The training of this installation that it is of, as its tag says. */
  trainingRun: string | null;
  runId: string | null;
  source: string;
  createdAt: Date;
}

/** A model as the server has it. */
export interface ServerModel {
  name: string;
  description: string;
  tags: ReadonlyMap<string, string>;
  /** Without `production`. */
  aliases: ReadonlyMap<string, number>;
  production: number | null;
  /** The oldest first. */
  versions: readonly ServerVersion[];
  /** Equal for equal states. */
  digest: string;
}

/** The alias by which a version is in production. */
export const productionAlias = "production";

/** @returns null when the server has no such model */
export async function readServerModel(
  api: MlflowApi,
  name: string,
  limits: RequestLimits = {},
): Promise<ServerModel | null> {
  const model = await findServerModel(api, name, limits);
  return model && stateOf(model, await versionsOf(api, name, "", limits));
}

/** The model without its versions. @returns null when the server has no such model */
export async function findServerModel(
  api: MlflowApi,
  name: string,
  limits: RequestLimits = {},
): Promise<SourceModel | null> {
  try {
    const path = "/mlflow/registered-models/get";
    return (await api.get<{ registered_model: SourceModel }>(path, { name }, limits)).registered_model;
  } catch (error) {
    if (error instanceof MlflowApiError && error.code === "RESOURCE_DOES_NOT_EXIST") return null;
    throw error;
  }
}

/** All models that the server has, with all of their versions. */
export async function readServer(api: MlflowApi): Promise<ServerModel[]> {
  const versions = Map.groupBy(await versionsOf(api, null), ({ name }) => name);
  const models: ServerModel[] = [];
  for await (const model of registeredModels(api)) models.push(stateOf(model, versions.get(model.name) ?? []));
  return models;
}

function stateOf(model: SourceModel, versions: readonly SourceVersion[]): ServerModel {
  const aliases = new Map(aliasesOf(model));
  const production = aliases.get(productionAlias) ?? null;
  aliases.delete(productionAlias);
  const read = {
    name: model.name,
    description: storableText(model.description ?? "", longest),
    tags: tagsOf(model.tags),
    aliases,
    production,
    versions: versions.map(versionOf),
  };
  const plain = (value: unknown) => (value instanceof Map ? [...value].sort() : value);
  const digest = sha256(
    canonicalJson({
      ...read,
      tags: plain(read.tags),
      aliases: plain(aliases),
      versions: read.versions.map(plainVersion),
    }),
  );
  return { ...read, digest };
}

export function aliasesOf({ aliases = [] }: Pick<SourceModel, "aliases">): [string, number][] {
  return aliases.map(({ alias, version }) => [alias, Number(version)]);
}

function plainVersion(version: ServerVersion) {
  return { ...version, tags: [...version.tags].sort(), createdAt: version.createdAt.getTime() };
}

function versionOf(version: SourceVersion): ServerVersion {
  const told = new Map((version.tags ?? []).map(({ key, value = "" }) => [key, value]));
  const stage = told.get(stageTag)?.toLowerCase();
  return {
    version: Number(version.version),
    description: storableText(version.description ?? "", longest),
    tags: tagsOf(version.tags),
    stage: stage === "candidate" ? "CANDIDATE" : stage === "archived" ? "ARCHIVED" : null,
    trainingRun: told.get(runTag) ?? null,
    runId: version.run_id || null,
    source: storableText(version.source ?? ""),
    createdAt: new Date(Number(version.creation_timestamp ?? 0)),
  };
}

/** Longer than any that MLflow's servers take. */
const longest = 100_000;

function tagsOf(tags: readonly Pair[] = []): Map<string, string> {
  return new Map(
    tags
      .filter(({ key }) => !key.startsWith(ownTag))
      .map(({ key, value = "" }) => [storableText(key, longest), storableText(value, longest)]),
  );
}
