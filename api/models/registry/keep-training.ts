import type { TrainingRun } from "../../../prisma/client/client.ts";
import type { Database } from "../../platform/database.ts";
import type { ArtifactStore } from "../artifacts.ts";
import { packageVersion } from "../logged/packaged-model.ts";
import { type MlflowApi, MlflowApiError } from "../mlflow-server/mlflow-api.ts";
import type { SourceVersion } from "../mlflow-server/read-registry.ts";
import { versionsOf } from "../mlflow-server/read-registry.ts";
import { runTag, stageTag } from "./own-tags.ts";
import type { KeptTraining, TrainedVersion } from "./registry.ts";

/** The experiment on the server that trainings here are runs of. */
const experimentName = "Modelwright";
/** The server takes this many of each at a time. */
const mostLogged = 100;
const folder = "model";

interface ServerRun {
  run: { info: { run_id: string; artifact_uri: string } };
}

/** Logs a training as a run on the server: what went in, what was measured, and the model as MLflow packages one. Not a version yet. */
export async function keepTraining(
  { api, database, artifacts }: { api: MlflowApi; database: Database; artifacts: ArtifactStore },
  { run, dataset, metrics, params, artifact }: TrainedVersion,
): Promise<KeptTraining> {
  const model = await database.model.findUniqueOrThrow({ where: { id: run.modelId } });
  const startedAt = (run.startedAt ?? run.queuedAt).getTime();
  const { run: made } = await api.send<ServerRun>("POST", "/mlflow/runs/create", {
    experiment_id: await experimentOf(api),
    run_name: `${model.name} ${run.id}`,
    start_time: startedAt,
    tags: [
      { key: runTag, value: run.id },
      { key: "modelwright.dataset", value: dataset.name },
      { key: "modelwright.dataset_sha256", value: dataset.sha256 },
    ],
  });
  const { run_id: runId, artifact_uri: uri } = made.info;
  const end = (status: "FINISHED" | "FAILED") =>
    api.send("POST", "/mlflow/runs/update", { run_id: runId, status, end_time: Date.now() });
  try {
    await api.send("POST", "/mlflow/runs/log-batch", {
      run_id: runId,
      params: Object.entries({ algorithm: run.algorithm, seed: run.seed, test_size: run.testSize, ...params })
        .slice(0, mostLogged)
        .map(([key, value]) => ({ key, value: typeof value === "string" ? value : JSON.stringify(value) })),
      metrics: metrics.slice(0, mostLogged).map(({ name, split, value }) => ({
        key: `${split}_${name}`,
        value,
        timestamp: Date.now(),
        step: 0,
      })),
    });
    const [, path] = /^mlflow-artifacts:\/+(?:[^/]*@?[^/]*:\d+\/)?(.+?)\/*$/.exec(uri) ?? [];
    if (!path) {
      throw new MlflowApiError(
        "INVALID_PARAMETER_VALUE",
        `it keeps the files of runs at ${uri}, and takes none itself: start it with --serve-artifacts`,
        400,
      );
    }
    const version = {
      id: run.id,
      createdAt: new Date(startedAt),
      artifactSha256: artifact.sha256,
      artifactBytes: artifact.bytes,
    };
    for (const file of packageVersion(model, version)) {
      const content = "content" in file ? file.content : await artifacts.get(file.sha256);
      await api.upload(`${path}/${folder}/${file.path}`, content);
    }
    await end("FINISHED");
    return { runId, source: `${uri}/${folder}` };
  } catch (error) {
    // What is left there says that nothing came of it.
    await end("FAILED").catch(() => {});
    throw error;
  }
}

async function experimentOf(api: MlflowApi): Promise<string> {
  const find = async () => {
    const path = "/mlflow/experiments/get-by-name";
    const query = { experiment_name: experimentName };
    return (await api.get<{ experiment: { experiment_id: string } }>(path, query)).experiment.experiment_id;
  };
  try {
    return await find();
  } catch (error) {
    if (!(error instanceof MlflowApiError) || error.code !== "RESOURCE_DOES_NOT_EXIST") throw error;
  }
  try {
    const body = { name: experimentName };
    return (await api.send<{ experiment_id: string }>("POST", "/mlflow/experiments/create", body)).experiment_id;
  } catch (error) {
    // Another process was first.
    if (error instanceof MlflowApiError && error.code === "RESOURCE_ALREADY_EXISTS") return find();
    throw error;
  }
}

/**
 * Makes a version of a training that was kept; of one that is a version already, as after a crash, that one.
 * @returns its number
 */
export async function registerKept(
  api: MlflowApi,
  name: string,
  run: TrainingRun,
  { runId, source }: KeptTraining,
  signal: AbortSignal,
): Promise<number> {
  const [there] = await versionsOf(api, name, ` and tags.\`${runTag}\` = '${run.id}'`, { signal });
  if (there) return Number(there.version);
  const { model_version: made } = await api.send<{ model_version: SourceVersion }>(
    "POST",
    "/mlflow/model-versions/create",
    {
      name,
      source,
      run_id: runId,
      tags: [
        { key: runTag, value: run.id },
        { key: stageTag, value: "candidate" },
      ],
    },
    { signal },
  );
  return Number(made.version);
}
