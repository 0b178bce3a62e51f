import { z } from "zod";
import { InvalidInputError } from "../../../platform/errors.ts";
import { loggedModelFolder } from "../../../tracking/file-paths.ts";
import { listFiles } from "../../../tracking/files.ts";
import { limits } from "../../../tracking/limits.ts";
import {
  addLoggedModelParams,
  createLoggedModel,
  deleteLoggedModel,
  deleteLoggedModelTag,
  findLoggedModel,
  finishLoggedModel,
  searchLoggedModels,
  setLoggedModelTags,
} from "../../../tracking/logged-models.ts";
import { pageOf } from "../../../tracking/pages.ts";
import { bool, done, key, maxResults, optionalId, optionalText, pageToken, repeated, tag } from "../messages.ts";
import { artifactUri, fileMessage, loggedModelMessage, nextPage } from "../render.ts";
import { message, type Route } from "../route.ts";

const id = z.object({ model_id: z.string().max(100) });
const param = z.object({ key, value: z.string().max(limits.paramValue).default("") });
const statuses = {
  LOGGED_MODEL_PENDING: "PENDING",
  LOGGED_MODEL_READY: "READY",
  LOGGED_MODEL_UPLOAD_FAILED: "UPLOAD_FAILED",
} as const;

const dataset = z.object({ dataset_name: z.string().max(500), dataset_digest: optionalText });
type Dataset = z.output<typeof dataset>;

const measuredOn = ({ dataset_name, dataset_digest }: Dataset) => ({
  name: dataset_name,
  digest: dataset_digest ?? null,
});

/** @throws {InvalidInputError} when an order speaks of several data sets */
function orderedOn(keys: readonly { [Part in keyof Dataset]?: string | undefined }[]) {
  const named = keys.flatMap(({ dataset_name, dataset_digest }) =>
    dataset_name ? [measuredOn({ dataset_name, dataset_digest })] : [],
  );
  if (new Set(named.map(({ name, digest }) => `${name} ${digest}`)).size <= 1) return named.slice(0, 1);
  const message = "An order speaks of one data set at most: sort by metrics of several one after another.";
  throw new InvalidInputError(message, [{ path: "order_by", message }]);
}

const pairsOf = (list: { key: string; value: string }[]) =>
  Object.fromEntries(list.map(({ key, value }) => [key, value]));

export const loggedModelRoutes: Route[] = [
  message(
    "POST",
    "/mlflow/logged-models",
    "Begin to log a model",
    z.object({
      experiment_id: z.string(),
      name: optionalText,
      model_type: optionalText,
      source_run_id: optionalId,
      params: repeated(param),
      tags: repeated(tag, 100),
    }),
    async (scope, input) => {
      const model = await createLoggedModel(scope, {
        experimentId: input.experiment_id,
        name: input.name ?? "model",
        modelType: input.model_type ?? "",
        sourceRunId: input.source_run_id ?? null,
        params: pairsOf(input.params),
        tags: pairsOf(input.tags),
      });
      return { model: loggedModelMessage(model) };
    },
  ),
  message(
    "POST",
    "/mlflow/logged-models/search",
    "Search logged models",
    z.object({
      experiment_ids: repeated(z.string(), 1_000),
      filter: optionalText,
      datasets: repeated(dataset, 50),
      order_by: repeated(
        z.object({
          dataset_name: optionalText,
          dataset_digest: optionalText,
          field_name: z.string().max(300),
          ascending: bool.optional(),
        }),
        4,
      ),
      max_results: maxResults(100),
      page_token: pageToken,
    }),
    async (scope, { experiment_ids, filter, datasets, order_by, max_results, page_token }) => {
      const { items, next } = await searchLoggedModels(scope, {
        experimentIds: experiment_ids,
        measuredOn: datasets.map(measuredOn),
        orderedOn: orderedOn(order_by),
        filter,
        orderBy: order_by.map(({ field_name, ascending }) => `${field_name} ${ascending === false ? "DESC" : "ASC"}`),
        page: pageOf(page_token, max_results),
      });
      return { models: items.map(loggedModelMessage), ...nextPage(next) };
    },
  ),
  message(
    "GET",
    "/mlflow/logged-models/{model_id}",
    "A logged model",
    id.extend({ allow_deleted: bool.optional() }),
    async (scope, { model_id, allow_deleted }) => ({
      model: loggedModelMessage(await findLoggedModel(scope, model_id, { deletedToo: allow_deleted ?? false })),
    }),
  ),
  message(
    "PATCH",
    "/mlflow/logged-models/{model_id}",
    "Say that a logged model is whole",
    id.extend({ status: z.enum(["LOGGED_MODEL_PENDING", "LOGGED_MODEL_READY", "LOGGED_MODEL_UPLOAD_FAILED"]) }),
    async (scope, { model_id, status }) => ({
      model: loggedModelMessage(await finishLoggedModel(scope, model_id, statuses[status])),
    }),
  ),
  message("DELETE", "/mlflow/logged-models/{model_id}", "Delete a logged model", id, async (scope, { model_id }) => {
    await deleteLoggedModel(scope, model_id);
    return done;
  }),
  message(
    "POST",
    "/mlflow/logged-models/{model_id}/params",
    "Log parameters of a logged model",
    id.extend({ params: repeated(param) }),
    async (scope, { model_id, params }) => {
      await addLoggedModelParams(scope, model_id, pairsOf(params));
      return done;
    },
  ),
  message(
    "PATCH",
    "/mlflow/logged-models/{model_id}/tags",
    "Set tags of a logged model",
    id.extend({ tags: repeated(tag, 100) }),
    async (scope, { model_id, tags }) => ({
      model: loggedModelMessage(await setLoggedModelTags(scope, model_id, pairsOf(tags))),
    }),
  ),
  message(
    "DELETE",
    "/mlflow/logged-models/{model_id}/tags/{tag_key}",
    "Delete a tag of a logged model",
    id.extend({ tag_key: key }),
    async (scope, { model_id, tag_key }) => {
      await deleteLoggedModelTag(scope, model_id, tag_key);
      return done;
    },
  ),
  message(
    "GET",
    "/mlflow/logged-models/{model_id}/artifacts/directories",
    "Files of a logged model",
    id.extend({ artifact_directory_path: optionalText }),
    async (scope, { model_id, artifact_directory_path: below = "" }) => {
      const root = loggedModelFolder(await findLoggedModel(scope, model_id));
      const files = await listFiles(scope, below ? `${root}/${below}` : root);
      return { root_uri: artifactUri(root), files: files.map((file) => fileMessage(file, below)) };
    },
  ),
];
