import { z } from "zod";
import { runAction } from "../../../actions/run-action.ts";
import { deleteTag } from "../../../models/delete-tag.ts";
import { findRegistered, latestVersions, searchRegistered } from "../../../models/logged/registered-models.ts";
import { changeReserved, releaseModel, reserveModel } from "../../../models/logged/reserved-models.ts";
import { removeModel } from "../../../models/remove-model.ts";
import { setDescription } from "../../../models/set-description.ts";
import { setTag } from "../../../models/set-tag.ts";
import { done, key, optionalText, repeated, tag } from "../messages.ts";
import { registryQuery, registrySearch } from "../registry-search.ts";
import { nextPage } from "../render.ts";
import { registeredModelMessage, versionMessage } from "../render-registry.ts";
import { message, missing, type Route } from "../route.ts";

const named = z.object({ name: z.string().min(1) });
const latest = named.extend({ stages: repeated(z.string(), 10) });

async function latestThem(
  ...[scope, { name, stages }]: [Parameters<typeof latestVersions>[0], z.output<typeof latest>]
) {
  const wanted = new Set(stages.map((stage) => stage.toLowerCase()));
  const versions = (await latestVersions(scope, name)).map(versionMessage);
  return {
    model_versions: versions.filter(
      ({ current_stage }) => wanted.size === 0 || wanted.has(current_stage.toLowerCase()),
    ),
  };
}

/** Whether the name is only reserved: what is done to it is another act then. */
async function isReserved(scope: Parameters<typeof findRegistered>[0], name: string): Promise<boolean> {
  return !("latest" in (await findRegistered(scope, name)));
}

export const registeredModelRoutes: Route[] = [
  message(
    "POST",
    "/mlflow/registered-models/create",
    "Take a name for a model",
    named.extend({ tags: repeated(tag, 200), description: optionalText }),
    async (scope, { name, tags, description }) => {
      await runAction(reserveModel, { name, tags, description: description ?? "" }, scope);
      return { registered_model: registeredModelMessage(await findRegistered(scope, name)) };
    },
  ),
  message("GET", "/mlflow/registered-models/search", "Search models", registrySearch, async (scope, input) => {
    const { models, next } = await searchRegistered(scope, registryQuery(input));
    return { registered_models: models.map(registeredModelMessage), ...nextPage(next) };
  }),
  message("GET", "/mlflow/registered-models/get", "A model", named, async (scope, { name }) => ({
    registered_model: registeredModelMessage(await findRegistered(scope, name)),
  })),
  message(
    "PATCH",
    "/mlflow/registered-models/update",
    "Describe a model",
    named.extend({ description: z.string().default("") }),
    async (scope, { name, description }) => {
      if (await isReserved(scope, name)) await runAction(changeReserved, { name, description }, scope);
      else await runAction(setDescription, { model: name, description }, scope);
      return { registered_model: registeredModelMessage(await findRegistered(scope, name)) };
    },
  ),
  missing("POST", "/mlflow/registered-models/rename", "renaming models: register under the other name"),
  message("DELETE", "/mlflow/registered-models/delete", "Remove a model", named, async (scope, { name }) => {
    if (await isReserved(scope, name)) await runAction(releaseModel, { name }, scope);
    else await runAction(removeModel, { name, confirmName: name }, scope);
    return done;
  }),
  message(
    "POST",
    "/mlflow/registered-models/get-latest-versions",
    "The newest version of each stage",
    latest,
    latestThem,
  ),
  message(
    "GET",
    "/mlflow/registered-models/get-latest-versions",
    "The newest version of each stage",
    latest,
    latestThem,
  ),
  message(
    "POST",
    "/mlflow/registered-models/set-tag",
    "Set a tag of a model",
    named.extend(tag.shape),
    async (scope, { name, key, value }) => {
      if (await isReserved(scope, name)) await runAction(changeReserved, { name, setTag: { key, value } }, scope);
      else await runAction(setTag, { model: name, key, value }, scope);
      return done;
    },
  ),
  message(
    "DELETE",
    "/mlflow/registered-models/delete-tag",
    "Delete a tag of a model",
    named.extend({ key }),
    async (scope, { name, key }) => {
      if (await isReserved(scope, name)) await runAction(changeReserved, { name, deleteTag: key }, scope);
      else await runAction(deleteTag, { model: name, key }, scope);
      return done;
    },
  ),
];
