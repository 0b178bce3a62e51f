import type { ReservedModel } from "../../../prisma/client/client.ts";
import type { Scope } from "../../actions/define-action.ts";
import { actorNames } from "../../identity/actor-name.ts";
import type { RegisteredModel, RegisteredVersion } from "../../models/logged/registered-models.ts";
import { metricSchema } from "../../models/metric.ts";
import { oldStageOf } from "../../models/move-to-stage.ts";
import { artifactUri } from "./render.ts";

/** The stage that clients see as an alias. */
export const productionAlias = "production";

/** How an actor is called, by their id. */
type NameOf = (id: string) => string;

/** Where clients get a version's files. */
export function versionUri(name: string, version: number): string {
  return artifactUri(`registered/${name}/${version}`);
}

export async function versionMessages({ services }: Scope, versions: readonly RegisteredVersion[]) {
  const nameOf = await actorNames(
    services.database,
    versions.map(({ createdBy }) => createdBy),
  );
  return versions.map((version) => messageOfVersion(version, nameOf));
}

export async function versionMessage({ services }: Scope, version: RegisteredVersion) {
  return messageOfVersion(version, await actorNames(services.database, [version.createdBy]));
}

export async function registeredModelMessages(
  { services }: Scope,
  models: readonly (RegisteredModel | ReservedModel)[],
) {
  const nameOf = await actorNames(services.database, models.flatMap(makersOf));
  return models.map((model) => messageOfModel(model, nameOf));
}

export async function registeredModelMessage({ services }: Scope, model: RegisteredModel | ReservedModel) {
  return messageOfModel(model, await actorNames(services.database, makersOf(model)));
}

function makersOf(model: RegisteredModel | ReservedModel): string[] {
  return "latest" in model ? [model.createdBy, ...model.latest.map(({ createdBy }) => createdBy)] : [];
}

function messageOfVersion(version: RegisteredVersion, nameOf: NameOf) {
  const { model, origin, stage } = version;
  const set = version.aliases.map(({ name }) => name);
  return {
    name: model.name,
    version: String(version.version),
    creation_timestamp: version.createdAt.getTime(),
    last_updated_timestamp: version.updatedAt.getTime(),
    user_id: nameOf(version.createdBy),
    current_stage: oldStageOf(stage, set),
    description: version.description,
    source: origin?.source ?? versionUri(model.name, version.version),
    ...(origin?.runId ? { run_id: origin.runId } : {}),
    ...(origin?.runLink ? { run_link: origin.runLink } : {}),
    ...(origin?.loggedModelId ? { model_id: origin.loggedModelId } : {}),
    status: "READY",
    tags: version.tags.map(({ key, value }) => ({ key, value })),
    aliases: [...(stage === "PRODUCTION" ? [productionAlias] : []), ...set],
    model_metrics: metricSchema
      .array()
      .parse(version.metrics)
      .map(({ name, value, split }) => ({
        key: split === "train" ? `train_${name}` : name,
        value,
        timestamp: version.createdAt.getTime(),
        step: 0,
      })),
    model_params: Object.entries(version.params as Record<string, unknown>).map(([name, value]) => ({
      name,
      value: typeof value === "string" ? value : JSON.stringify(value),
    })),
  };
}

function messageOfModel(model: RegisteredModel | ReservedModel, nameOf: NameOf) {
  if (!("latest" in model)) {
    const { name, description, createdAt, updatedAt } = model;
    const tags = Object.entries(model.tags as Record<string, string>).map(([key, value]) => ({ key, value }));
    return { name, description, tags, ...times(createdAt, updatedAt) };
  }
  const production = model.latest.filter(({ stage }) => stage === "PRODUCTION");
  return {
    name: model.name,
    description: model.description,
    user_id: nameOf(model.createdBy),
    ...times(model.createdAt, model.updatedAt),
    tags: model.tags.map(({ key, value }) => ({ key, value })),
    aliases: [
      ...production.map(({ version }) => ({ alias: productionAlias, version: String(version) })),
      ...model.aliases.map(({ name, version }) => ({ alias: name, version: String(version.version) })),
    ],
    latest_versions: model.latest.map((version) => messageOfVersion(version, nameOf)),
  };
}

function times(created: Date, updated: Date) {
  return { creation_timestamp: created.getTime(), last_updated_timestamp: updated.getTime() };
}
