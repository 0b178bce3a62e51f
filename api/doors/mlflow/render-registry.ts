import type { RegisteredModel, RegisteredVersion, ReservedName } from "../../models/logged/registered-rows.ts";
import { oldStageOf } from "../../models/move-to-stage.ts";
import { artifactUri } from "./render.ts";

/** The stage that clients see as an alias. */
export const productionAlias = "production";

/** Where clients get a version's files. */
export function versionUri(name: string, version: number): string {
  return artifactUri(`registered/${name}/${version}`);
}

export function versionMessage(version: RegisteredVersion) {
  const { model, origin, stage, aliases } = version;
  return {
    name: model,
    version: String(version.version),
    ...times(version),
    user_id: version.createdBy,
    current_stage: oldStageOf(stage, aliases),
    description: version.description,
    source: origin?.source ?? versionUri(model, version.version),
    ...(origin?.runId ? { run_id: origin.runId } : {}),
    ...(origin?.runLink ? { run_link: origin.runLink } : {}),
    ...(origin?.loggedModelId ? { model_id: origin.loggedModelId } : {}),
    status: "READY",
    tags: version.tags,
    aliases: [...(stage === "PRODUCTION" ? [productionAlias] : []), ...aliases],
    ...measured(version),
  };
}

/** What was measured of a version that was asked for alone, and what it was made with. */
function measured({ metrics, params, createdAt }: RegisteredVersion) {
  if (!metrics || !params) return {};
  return {
    model_metrics: metrics.map(({ name, value, split }) => ({
      key: split === "train" ? `train_${name}` : name,
      value,
      timestamp: createdAt,
      step: 0,
    })),
    model_params: Object.entries(params).map(([name, value]) => ({
      name,
      value: typeof value === "string" ? value : JSON.stringify(value),
    })),
  };
}

export function registeredModelMessage(model: RegisteredModel | ReservedName) {
  if (!("latest" in model)) {
    const tags = Object.entries(model.tags).map(([key, value]) => ({ key, value }));
    return { name: model.name, description: model.description, tags, ...times(model) };
  }
  const production = model.latest.filter(({ stage }) => stage === "PRODUCTION");
  return {
    name: model.name,
    description: model.description,
    user_id: model.createdBy,
    ...times(model),
    tags: model.tags,
    aliases: [
      ...production.map(({ version }) => ({ alias: productionAlias, version: String(version) })),
      ...model.aliases.map(({ name, version }) => ({ alias: name, version: String(version) })),
    ],
    latest_versions: model.latest.map(versionMessage),
  };
}

function times({ createdAt, updatedAt }: { createdAt: number; updatedAt: number }) {
  return { creation_timestamp: createdAt, last_updated_timestamp: updatedAt };
}
