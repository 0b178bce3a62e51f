import { MlflowApiError } from "../../api/models/mlflow-server/mlflow-api.ts";
import { type SourceModel, type SourceVersion, versionsOf } from "../../api/models/mlflow-server/read-registry.ts";
import { type Both, type CopiedVersion, copyVersion } from "./copy-version.ts";

/** What became of a model. */
export interface CopiedModel {
  name: string;
  /** Source version to what became of it. */
  versions: Map<string, CopiedVersion>;
  aliases: number;
  tags: number;
  /** What was not brought over, in sentences. */
  problems: string[];
}

/**
 * Brings a model over: its versions first, then what stands beside it. What is there already is compared, not copied again, and
 * what people set here stays as they set it.
 */
export async function copyModel(
  both: Both,
  model: SourceModel,
  name: string,
  say: (line: string) => void,
): Promise<CopiedModel> {
  const { from, to } = both;
  const copied: CopiedModel = { name, versions: new Map(), aliases: 0, tags: 0, problems: [] };
  const attempt = async (what: string, act: () => Promise<unknown>): Promise<boolean> => {
    try {
      await act();
      return true;
    } catch (error) {
      if (error instanceof MlflowApiError && error.code === "UNREACHABLE") throw error;
      copied.problems.push(`${model.name}: ${what}: ${error instanceof Error ? error.message : error}`);
      return false;
    }
  };
  let created = false;
  const named = await attempt("its name", async () => {
    created = await reserve(both, model, name);
  });
  if (!named) return copied;
  const versions = await versionsOf(from, model.name);
  for (const version of versions) {
    await attempt(`version ${version.version}`, async () => {
      const done = await copyVersion(both, version, name);
      copied.versions.set(version.version, done);
      say(
        `${name} version ${done.version}: ${done.files} files, ${done.bytes} bytes, ${done.already ? "there already, the same" : "brought over"}`,
      );
    });
  }
  if (copied.versions.size === 0) {
    // A name without a version is of no use to anyone.
    if (created) await attempt("its name", () => to.send("DELETE", "/mlflow/registered-models/delete", { name }));
    return copied;
  }
  const here = await standing(both, name);
  const keeps = (what: string, ours: string) => say(`${name}: ${what} stays as it is here: ${ours}`);
  for (const { key, value = "" } of model.tags ?? []) {
    const ours = here.tags.get(key);
    if (ours !== undefined && ours !== value && !created) keeps(`the tag ${key}`, ours);
    else if (
      ours === value ||
      (await attempt(`the tag ${key}`, () =>
        to.send("POST", "/mlflow/registered-models/set-tag", { name, key, value }),
      ))
    )
      copied.tags += 1;
  }
  const { description } = model;
  if (description && description !== here.description) {
    if (here.description && !created) keeps("the description", here.description);
    else
      await attempt("its description", () =>
        to.send("PATCH", "/mlflow/registered-models/update", { name, description }),
      );
  }
  await copyStages(both, { versions, here }, copied, attempt);
  for (const { alias, version } of model.aliases ?? []) {
    const target = copied.versions.get(version)?.version;
    // Asked for now: a stage may have set it.
    const ours = (await standing(both, name)).aliases.get(alias);
    const taken = alias === "production" ? here.promoted : ours !== undefined;
    if (target === undefined)
      copied.problems.push(`${model.name}: the alias ${alias}: its version ${version} was not brought over`);
    else if (taken && ours !== target) keeps(`the alias ${alias}`, ours ? `version ${ours}` : "deleted");
    // Set once more it would be a change in the model's history that was none.
    else if (
      ours === target ||
      (await attempt(`the alias ${alias}`, () =>
        to.send("POST", "/mlflow/registered-models/alias", { name, alias, version: target }),
      ))
    )
      copied.aliases += 1;
  }
  return copied;
}

/** What stands beside a model here: people may have changed it since it was brought over, and it is theirs. */
interface Standing {
  description: string;
  tags: ReadonlyMap<string, string>;
  /** Alias to version. */
  aliases: ReadonlyMap<string, string>;
  /** A version of it is in production, or was once. */
  promoted: boolean;
}

async function standing({ to }: Both, name: string): Promise<Standing> {
  const { registered_model: model } = await to.get<{ registered_model: SourceModel }>("/mlflow/registered-models/get", {
    name,
  });
  return {
    description: model.description ?? "",
    tags: new Map((model.tags ?? []).map(({ key, value = "" }) => [key, value])),
    aliases: new Map((model.aliases ?? []).map(({ alias, version }) => [alias, version])),
    promoted: (await versionsOf(to, name, " and promoted_at > 0")).length > 0,
  };
}

/** @returns whether the name was free */
async function reserve({ to }: Both, { description, tags }: SourceModel, name: string): Promise<boolean> {
  const body = {
    name,
    description: description ?? "",
    tags: (tags ?? []).map(({ key, value = "" }) => ({ key, value })),
  };
  try {
    await to.send("POST", "/mlflow/registered-models/create", body);
    return true;
  } catch (error) {
    if (error instanceof MlflowApiError && error.code === "RESOURCE_ALREADY_EXISTS") return false;
    throw error;
  }
}

/**
 * Stages of versions that nobody did anything with here yet; Production only where none ever was. One version is in production here:
 * the newest of several.
 */
async function copyStages(
  { to }: Both,
  { versions, here }: { versions: readonly SourceVersion[]; here: Standing },
  { name, versions: copied, problems }: CopiedModel,
  attempt: (what: string, act: () => Promise<unknown>) => Promise<boolean>,
): Promise<void> {
  const inProduction = versions.filter(({ current_stage: stage }) => stage === "Production").at(-1);
  for (const { version, current_stage: stage = "None" } of versions) {
    const target = copied.get(version)?.version;
    if (target === undefined || stage === "None") continue;
    if (stage === "Production" && version !== inProduction?.version) {
      problems.push(
        `${name}: version ${version} in Production: one version is there at a time, and ${inProduction?.version} is newer`,
      );
      continue;
    }
    if ((stage === "Production" && here.promoted) || (stage === "Staging" && here.aliases.has("staging"))) continue;
    await attempt(`version ${version} in ${stage}`, async () => {
      const { model_version: now } = await to.get<{ model_version: SourceVersion }>("/mlflow/model-versions/get", {
        name,
        version: target,
      });
      if (now.current_stage !== "None") return;
      // One that is None again after it was moved was changed since it was made.
      if (stage !== "Production" && now.last_updated_timestamp !== now.creation_timestamp) return;
      const body = { name, version: target, stage, archive_existing_versions: false };
      await to.send("POST", "/mlflow/model-versions/transition-stage", body);
    });
  }
}
