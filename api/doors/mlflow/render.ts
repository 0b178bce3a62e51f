import type { LoggedModelStatus, ProgramRun } from "../../../prisma/client/client.ts";
import type { ExperimentWithTags } from "../../tracking/experiments.ts";
import { loggedModelFolder, runFolder } from "../../tracking/file-paths.ts";
import type { ListedFile } from "../../tracking/files.ts";
import type { FullLoggedModel } from "../../tracking/logged-models.ts";
import type { Measurement } from "../../tracking/metrics.ts";
import type { FullRun } from "../../tracking/runs.ts";

/** Rows as the proto's messages. */

/** Where clients put and get files: through this server. */
export function artifactUri(folder: string): string {
  return `mlflow-artifacts:/${folder}`;
}

export function experimentMessage(experiment: ExperimentWithTags) {
  return {
    experiment_id: String(experiment.id),
    name: experiment.name,
    artifact_location: artifactUri(String(experiment.id)),
    lifecycle_stage: lifecycleStage(experiment),
    creation_time: experiment.createdAt.getTime(),
    last_update_time: experiment.updatedAt.getTime(),
    tags: experiment.tags.map(pair),
  };
}

export function runInfoMessage(run: ProgramRun) {
  return {
    run_id: run.id,
    run_uuid: run.id,
    run_name: run.name,
    experiment_id: String(run.experimentId),
    user_id: run.userName,
    status: run.status,
    start_time: run.startedAt.getTime(),
    ...(run.endedAt ? { end_time: run.endedAt.getTime() } : {}),
    artifact_uri: artifactUri(runFolder(run)),
    lifecycle_stage: lifecycleStage(run),
  };
}

export function runMessage(run: FullRun) {
  return {
    info: runInfoMessage(run),
    data: { metrics: run.metrics.map(metricMessage), params: run.params.map(pair), tags: run.tags.map(pair) },
    inputs: {
      dataset_inputs: run.datasets.map(({ name, digest, sourceType, source, schema, profile, tags }) => ({
        dataset: {
          name,
          digest,
          source_type: sourceType,
          source,
          ...(schema === null ? {} : { schema }),
          ...(profile === null ? {} : { profile }),
        },
        tags,
      })),
      model_inputs: run.models.filter(({ use }) => use === "INPUT").map(({ modelId }) => ({ model_id: modelId })),
    },
    outputs: {
      model_outputs: run.models
        .filter(({ use }) => use === "OUTPUT")
        .map(({ modelId, step }) => ({ model_id: modelId, step: Number(step) })),
    },
  };
}

export function metricMessage(metric: Measurement & { runId?: string }) {
  return {
    key: metric.key,
    value: Number.isFinite(metric.value) ? metric.value : String(metric.value),
    timestamp: Number(metric.at),
    step: Number(metric.step),
    ...(metric.runId ? { run_id: metric.runId } : {}),
    ...(metric.modelId ? { model_id: metric.modelId } : {}),
    ...(metric.datasetName ? { dataset_name: metric.datasetName } : {}),
    ...(metric.datasetDigest ? { dataset_digest: metric.datasetDigest } : {}),
  };
}

const loggedModelStatuses = {
  PENDING: "LOGGED_MODEL_PENDING",
  READY: "LOGGED_MODEL_READY",
  UPLOAD_FAILED: "LOGGED_MODEL_UPLOAD_FAILED",
} as const satisfies Record<LoggedModelStatus, string>;

export function loggedModelMessage(model: FullLoggedModel) {
  return {
    info: {
      model_id: model.id,
      experiment_id: String(model.experimentId),
      name: model.name,
      creation_timestamp_ms: model.createdAt.getTime(),
      last_updated_timestamp_ms: model.updatedAt.getTime(),
      artifact_uri: artifactUri(loggedModelFolder(model)),
      status: loggedModelStatuses[model.status],
      model_type: model.modelType,
      ...(model.sourceRunId ? { source_run_id: model.sourceRunId } : {}),
      tags: pairs(model.tags),
    },
    data: { params: pairs(model.params), metrics: model.metrics.map(metricMessage) },
  };
}

/** @param folder what their paths begin with; empty for names alone */
export function fileMessage({ name, folder, bytes }: ListedFile, below: string) {
  return {
    path: below ? `${below}/${name}` : name,
    is_dir: folder,
    ...(bytes === null ? {} : { file_size: Number(bytes) }),
  };
}

function lifecycleStage({ deletedAt }: { deletedAt: Date | null }): "active" | "deleted" {
  return deletedAt ? "deleted" : "active";
}

function pair({ key, value }: { key: string; value: string }) {
  return { key, value };
}

function pairs(json: unknown) {
  return Object.entries(json as Record<string, string>).map(([key, value]) => ({ key, value }));
}

/** The next page's token, when there is one. */
export function nextPage(next: string | null) {
  return next === null ? {} : { next_page_token: next };
}
