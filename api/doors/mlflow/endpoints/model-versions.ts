import { z } from "zod";
import { runAction } from "../../../actions/run-action.ts";
import { deleteTag } from "../../../models/delete-tag.ts";
import { registerLogged } from "../../../models/logged/register-logged.ts";
import { findRegisteredVersion, searchRegisteredVersions } from "../../../models/logged/registered-models.ts";
import { moveToStage } from "../../../models/move-to-stage.ts";
import { setDescription } from "../../../models/set-description.ts";
import { setTag } from "../../../models/set-tag.ts";
import { bool, done, int64, key, optionalText, repeated, tag } from "../messages.ts";
import { registryQuery, registrySearch } from "../registry-search.ts";
import { nextPage } from "../render.ts";
import { versionMessage, versionUri } from "../render-registry.ts";
import { message, missing, type Route } from "../route.ts";

export const version = int64
  .refine((value) => value >= 1n && value <= 2_147_483_647n, "must be a version's number")
  .transform(Number);
const named = z.object({ name: z.string().min(1), version });

export const modelVersionRoutes: Route[] = [
  message(
    "POST",
    "/mlflow/model-versions/create",
    "Register what was logged as a version",
    z.object({
      name: z.string().min(1),
      source: z.string().min(1),
      run_id: optionalText,
      model_id: optionalText,
      run_link: optionalText,
      description: optionalText,
      tags: repeated(tag, 200),
    }),
    async (scope, input) => {
      const registered = await runAction(
        registerLogged,
        {
          model: input.name,
          source: input.source,
          runId: input.run_id,
          loggedModelId: input.model_id,
          runLink: input.run_link,
          description: input.description,
          tags: input.tags,
        },
        scope,
      );
      return {
        model_version: versionMessage(await findRegisteredVersion(scope, input.name, registered.version)),
      };
    },
  ),
  message("GET", "/mlflow/model-versions/search", "Search versions", registrySearch, async (scope, input) => {
    const { versions, next } = await searchRegisteredVersions(scope, registryQuery(input));
    return { model_versions: versions.map(versionMessage), ...nextPage(next) };
  }),
  message("GET", "/mlflow/model-versions/get", "A version", named, async (scope, { name, version }) => ({
    model_version: versionMessage(await findRegisteredVersion(scope, name, version)),
  })),
  message(
    "PATCH",
    "/mlflow/model-versions/update",
    "Describe a version",
    named.extend({ description: z.string().default("") }),
    async (scope, { name, version, description }) => {
      await runAction(setDescription, { model: name, version, description }, scope);
      return { model_version: versionMessage(await findRegisteredVersion(scope, name, version)) };
    },
  ),
  missing(
    "DELETE",
    "/mlflow/model-versions/delete",
    "deleting one version: what answered once stays known. Move it to Archived, or remove the model",
  ),
  message(
    "POST",
    "/mlflow/model-versions/transition-stage",
    "Move a version to an old stage",
    named.extend({ stage: z.string(), archive_existing_versions: bool.optional() }),
    async (scope, { name, version, stage }) => {
      await moveToStage(scope, { model: name, version, stage });
      return { model_version: versionMessage(await findRegisteredVersion(scope, name, version)) };
    },
  ),
  message(
    "GET",
    "/mlflow/model-versions/get-download-uri",
    "Where a version's files are",
    named,
    async (scope, { name, version }) => {
      await findRegisteredVersion(scope, name, version);
      return { artifact_uri: versionUri(name, version) };
    },
  ),
  message(
    "POST",
    "/mlflow/model-versions/set-tag",
    "Set a tag of a version",
    named.extend(tag.shape),
    async (scope, { name, version, key, value }) => {
      await runAction(setTag, { model: name, version, key, value }, scope);
      return done;
    },
  ),
  message(
    "DELETE",
    "/mlflow/model-versions/delete-tag",
    "Delete a tag of a version",
    named.extend({ key }),
    async (scope, { name, version, key }) => {
      await runAction(deleteTag, { model: name, version, key }, scope);
      return done;
    },
  ),
];
