import { z } from "zod";
import { InvalidInputError } from "../../../platform/errors.ts";
import {
  createExperiment,
  deleteExperiment,
  deleteExperimentTag,
  findExperiment,
  findExperimentByName,
  renameExperiment,
  restoreExperiment,
  searchExperiments,
  setExperimentTag,
} from "../../../tracking/experiments.ts";
import { limits } from "../../../tracking/limits.ts";
import { pageOf } from "../../../tracking/pages.ts";
import { done, key, maxResults, name, optionalText, pageToken, repeated, tag, viewType } from "../messages.ts";
import { experimentMessage, nextPage } from "../render.ts";
import { message, type Route } from "../route.ts";

const id = z.object({ experiment_id: z.string() });
const experimentTag = z.object({ key, value: z.string().max(limits.experimentTagValue).default("") });

const search = z.object({
  view_type: viewType,
  max_results: maxResults(1_000),
  page_token: pageToken,
  filter: optionalText,
  order_by: repeated(z.string().max(500), 20),
});

async function searchThem(...[scope, input]: [Parameters<typeof searchExperiments>[0], z.output<typeof search>]) {
  const { items, next } = await searchExperiments(scope, {
    liveness: input.view_type,
    filter: input.filter,
    orderBy: input.order_by,
    page: pageOf(input.page_token, input.max_results),
  });
  return { experiments: items.map(experimentMessage), ...nextPage(next) };
}

export const experimentRoutes: Route[] = [
  message(
    "POST",
    "/mlflow/experiments/create",
    "Create an experiment",
    z.object({ name, artifact_location: optionalText, tags: repeated(tag, 100) }),
    async (scope, { name, artifact_location, tags }) => {
      if (artifact_location) {
        const problem = "Files are kept by this server: leave artifact_location out.";
        throw new InvalidInputError(problem, [{ path: "artifact_location", message: problem }]);
      }
      return { experiment_id: String(await createExperiment(scope, { name, tags })) };
    },
  ),
  message("GET", "/mlflow/experiments/get", "An experiment by its id", id, async (scope, { experiment_id }) => ({
    experiment: experimentMessage(await findExperiment(scope, experiment_id)),
  })),
  message(
    "GET",
    "/mlflow/experiments/get-by-name",
    "An experiment by its name",
    z.object({ experiment_name: z.string() }),
    async (scope, { experiment_name }) => ({
      experiment: experimentMessage(await findExperimentByName(scope, experiment_name)),
    }),
  ),
  message("POST", "/mlflow/experiments/search", "Search experiments", search, searchThem),
  message("GET", "/mlflow/experiments/search", "Search experiments", search, searchThem),
  message(
    "POST",
    "/mlflow/experiments/update",
    "Rename an experiment",
    z.object({ experiment_id: z.string(), new_name: name }),
    async (scope, { experiment_id, new_name }) => {
      await renameExperiment(scope, { id: experiment_id, name: new_name });
      return done;
    },
  ),
  message("POST", "/mlflow/experiments/delete", "Delete an experiment", id, async (scope, { experiment_id }) => {
    await deleteExperiment(scope, experiment_id);
    return done;
  }),
  message("POST", "/mlflow/experiments/restore", "Restore an experiment", id, async (scope, { experiment_id }) => {
    await restoreExperiment(scope, experiment_id);
    return done;
  }),
  message(
    "POST",
    "/mlflow/experiments/set-experiment-tag",
    "Set a tag of an experiment",
    id.extend(experimentTag.shape),
    async (scope, { experiment_id, key, value }) => {
      await setExperimentTag(scope, { id: experiment_id, key, value });
      return done;
    },
  ),
  message(
    "POST",
    "/mlflow/experiments/delete-experiment-tag",
    "Delete a tag of an experiment",
    id.extend({ key }),
    async (scope, { experiment_id, key }) => {
      await deleteExperimentTag(scope, { id: experiment_id, key });
      return done;
    },
  ),
];
