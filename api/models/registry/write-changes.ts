import { ConflictError } from "../../platform/errors.ts";
import { type MlflowApi, MlflowApiError } from "../mlflow-server/mlflow-api.ts";
import type { MovedStage } from "../stages.ts";
import { removedName, stageTag } from "./own-tags.ts";
import type { RegistryChange } from "./registry.ts";
import { aliasesOf, findServerModel, productionAlias } from "./server-state.ts";

/**
 * Writes on the server what an act did. Each of them may be written twice; of several requests for one change the last is the one that
 * decides, so that what breaks off before it has changed nothing that counts.
 * @throws {ConflictError} when another version is in production there than the act knew
 */
export async function writeChanges(
  api: MlflowApi,
  changes: readonly RegistryChange[],
  signal: AbortSignal,
): Promise<void> {
  for (const change of changes) await writeChange(api, change, signal);
}

async function writeChange(api: MlflowApi, change: RegistryChange, signal: AbortSignal): Promise<void> {
  const send = (method: "POST" | "PATCH" | "DELETE", path: string, body: object) =>
    api.send(method, `/mlflow/${path}`, body, { signal });
  switch (change.kind) {
    case "CREATED": {
      const { model: name, description, tags } = change;
      return ignoring("RESOURCE_ALREADY_EXISTS", send("POST", "registered-models/create", { name, description, tags }));
    }
    case "MOVED":
      return writeMoves(api, change.moves, signal);
    case "ALIAS": {
      const { model: name, alias, version } = change;
      if (version === null) return deleteAlias(api, name, alias, signal);
      return void (await send("POST", "registered-models/alias", { name, alias, version: String(version) }));
    }
    case "TAG": {
      const { model: name, key, value } = change;
      const [of, version] =
        change.version === null ? ["registered-models", {}] : ["model-versions", { version: String(change.version) }];
      if (value !== null) return void (await send("POST", `${of}/set-tag`, { name, ...version, key, value }));
      return ignoring("RESOURCE_DOES_NOT_EXIST", send("DELETE", `${of}/delete-tag`, { name, ...version, key }));
    }
    case "DESCRIBED": {
      const { model: name, version, description } = change;
      if (version === null) return void (await send("PATCH", "registered-models/update", { name, description }));
      const body = { name, version: String(version), description };
      return void (await send("PATCH", "model-versions/update", body));
    }
    case "REMOVED": {
      // Renamed, not deleted: what is deleted there can't be restored, and this can.
      const { model: name, modelId: id, production } = change;
      await requireProduction(api, name, production, signal);
      return void (await send("POST", "registered-models/rename", { name, new_name: removedName({ name, id }) }));
    }
    case "RESTORED": {
      const { model, modelId: id, candidates } = change;
      const name = removedName({ name: model, id });
      const found = await findServerModel(api, name, { signal });
      if (!found) {
        throw new ConflictError(
          `The model ${model} was removed, and is on the MLflow server at ${api.uri} no more: it can't be restored.`,
        );
      }
      const production = new Map(aliasesOf(found)).get(productionAlias);
      // It comes back archived: nothing answers predictions again that nobody promoted.
      if (production !== undefined) {
        await setStage(api, { name, version: production, stage: "archived" }, signal);
        await deleteAlias(api, name, productionAlias, signal);
      }
      for (const version of candidates) await setStage(api, { name, version, stage: "candidate" }, signal);
      return void (await send("POST", "registered-models/rename", { name, new_name: model }));
    }
  }
}

/** The tags first, then the alias, which decides. */
async function writeMoves(api: MlflowApi, moves: readonly MovedStage[], signal: AbortSignal): Promise<void> {
  for (const [name, own] of Map.groupBy(moves, ({ model }) => model)) {
    const leaving = own.find(({ from }) => from === "PRODUCTION");
    const entering = own.find(({ to }) => to === "PRODUCTION");
    if (leaving || entering) await requireProduction(api, name, leaving?.version ?? null, signal);
    for (const { version, to } of own) await setStage(api, { name, version, stage: to.toLowerCase() }, signal);
    if (entering) {
      const body = { name, alias: productionAlias, version: String(entering.version) };
      await api.send("POST", "/mlflow/registered-models/alias", body, { signal });
    } else if (leaving) {
      await deleteAlias(api, name, productionAlias, signal);
    }
  }
}

/** @throws {ConflictError} when the server has another version in production than the act rests on */
async function requireProduction(
  api: MlflowApi,
  name: string,
  expected: number | null,
  signal: AbortSignal,
): Promise<void> {
  const found = await findServerModel(api, name, { signal });
  const actual = found ? (new Map(aliasesOf(found)).get(productionAlias) ?? null) : null;
  if (found && actual === expected) return;
  const said = (version: number | null) => (version === null ? "none" : `version ${version}`);
  throw new ConflictError(
    found
      ? `On the MLflow server at ${api.uri} ${said(actual)} of ${name} is in production, and ${said(expected)} was a moment ago: it was changed there meanwhile. Nothing was changed; look again.`
      : `The model ${name} is on the MLflow server at ${api.uri} no more. Nothing was changed; look again.`,
  );
}

async function setStage(
  api: MlflowApi,
  { name, version, stage }: { name: string; version: number; stage: string },
  signal: AbortSignal,
): Promise<void> {
  const body = { name, version: String(version), key: stageTag, value: stage };
  // A version that was deleted there stays known here, and has no stage there to be set.
  await ignoring("RESOURCE_DOES_NOT_EXIST", api.send("POST", "/mlflow/model-versions/set-tag", body, { signal }));
}

function deleteAlias(api: MlflowApi, name: string, alias: string, signal: AbortSignal): Promise<void> {
  const path = "/mlflow/registered-models/alias";
  return ignoring("RESOURCE_DOES_NOT_EXIST", api.send("DELETE", path, { name, alias }, { signal }));
}

/** It is as it should be already. */
async function ignoring(code: string, sent: Promise<unknown>): Promise<void> {
  try {
    await sent;
  } catch (error) {
    if (!(error instanceof MlflowApiError) || error.code !== code) throw error;
  }
}
