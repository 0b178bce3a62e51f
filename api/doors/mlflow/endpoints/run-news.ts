import { z } from "zod";
import { limits } from "../../../tracking/limits.ts";
import { deleteRunTag, logInputs, logOutputs, logRun } from "../../../tracking/log-run.ts";
import { done, double, int64, key, optionalId, optionalText, repeated, runId, tag } from "../messages.ts";
import { message, type Route } from "../route.ts";
import { runIdOf } from "./runs.ts";

const id = z.object(runId);
const param = z.object({ key, value: z.string().max(limits.paramValue).default("") });
const metric = z
  .object({
    key,
    value: double,
    timestamp: int64,
    step: int64.optional().transform((step) => step ?? 0n),
    model_id: optionalId,
    dataset_name: optionalText,
    dataset_digest: optionalText,
  })
  .transform(({ key, value, timestamp, step, model_id, dataset_name, dataset_digest }) => ({
    key,
    value,
    at: timestamp,
    step,
    modelId: model_id ?? null,
    datasetName: dataset_name ?? null,
    datasetDigest: dataset_digest ?? null,
  }));
const text = z.string().max(limits.datasetText);
const dataset = z.object({
  dataset: z.object({
    name: z.string().min(1).max(limits.name),
    digest: z.string().min(1).max(64),
    source_type: z.string().max(100),
    source: text,
    schema: text.nullish(),
    profile: text.nullish(),
  }),
  tags: repeated(tag, 100),
});

export const runNewsRoutes: Route[] = [
  message("POST", "/mlflow/runs/log-metric", "Log a metric", id.and(metric), async (scope, input) => {
    await logRun(scope, runIdOf(input), { metrics: [input] });
    return done;
  }),
  message("POST", "/mlflow/runs/log-parameter", "Log a parameter", id.and(param), async (scope, input) => {
    await logRun(scope, runIdOf(input), { params: [{ key: input.key, value: input.value }] });
    return done;
  }),
  message(
    "POST",
    "/mlflow/runs/log-batch",
    "Log metrics, parameters and tags at once",
    id.extend({
      metrics: repeated(metric, 10_000),
      params: repeated(param),
      tags: repeated(tag),
    }),
    async (scope, { metrics, params, tags, ...named }) => {
      await logRun(scope, runIdOf(named), { metrics, params, tags });
      return done;
    },
  ),
  message("POST", "/mlflow/runs/set-tag", "Set a tag of a run", id.and(tag), async (scope, input) => {
    await logRun(scope, runIdOf(input), { tags: [{ key: input.key, value: input.value }] });
    return done;
  }),
  message("POST", "/mlflow/runs/delete-tag", "Delete a tag of a run", id.extend({ key }), async (scope, input) => {
    await deleteRunTag(scope, runIdOf(input), input.key);
    return done;
  }),
  message(
    "POST",
    "/mlflow/runs/log-inputs",
    "Log the data sets and models that a run read",
    id.extend({ datasets: repeated(dataset, 100), models: repeated(z.object({ model_id: z.string().max(100) }), 100) }),
    async (scope, { datasets, models, ...named }) => {
      await logInputs(scope, runIdOf(named), {
        datasets: datasets.map(({ dataset, tags }) => ({
          name: dataset.name,
          digest: dataset.digest,
          sourceType: dataset.source_type,
          source: dataset.source,
          schema: dataset.schema ?? null,
          profile: dataset.profile ?? null,
          tags,
        })),
        modelIds: models.map(({ model_id }) => model_id),
      });
      return done;
    },
  ),
  message(
    "POST",
    "/mlflow/runs/outputs",
    "Log the models that a run made",
    id.extend({
      models: repeated(z.object({ model_id: z.string().max(100), step: int64.optional() }), 100),
    }),
    async (scope, { models, ...named }) => {
      await logOutputs(
        scope,
        runIdOf(named),
        models.map(({ model_id, step }) => ({ modelId: model_id, step: step ?? 0n })),
      );
      return done;
    },
  ),
];
