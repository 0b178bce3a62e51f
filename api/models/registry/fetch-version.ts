import { sha256 } from "../../platform/canonical-json.ts";
import type { Database } from "../../platform/database.ts";
import { InvalidInputError, LimitExceededError } from "../../platform/errors.ts";
import { storableText } from "../../platform/storable.ts";
import type { ArtifactStore } from "../artifacts.ts";
import type { ModelDefinition } from "../definitions/define-model.ts";
import { getLarge, putLarge } from "../large-files.ts";
import { checkMlmodelSize, readMlmodel } from "../logged/mlmodel.ts";
import { prepareApart } from "../logged/prepare-apart.ts";
import type { Metric } from "../metric.ts";
import { type MlflowApi, MlflowApiError } from "../mlflow-server/mlflow-api.ts";
import { folderOf, type Pair } from "../mlflow-server/read-registry.ts";
import { checkOnnxSize, largestOnnx } from "../onnx-file/read-onnx.ts";
import { claimArtifacts } from "../purge-artifacts.ts";
import type { ServerVersion } from "./server-state.ts";

/** A version of the server's, with what of it is kept here. */
export interface FetchedVersion {
  /** Null: it can't serve, and says nothing of what its model predicts. */
  definition: ModelDefinition | null;
  /** Why it can't answer predictions, and what to do, in sentences; null when it can. */
  problem: string | null;
  /** What answers predictions; of one that can't, nothing is kept. */
  artifact: { sha256: string; bytes: number };
  /** As they were logged. */
  files: { path: string; sha256: string; bytes: number }[];
  metrics: Metric[];
  params: Record<string, string>;
}

/** In place of a file that is not there. */
const noFile = { sha256: sha256(""), bytes: 0 };
/** A model's folder has few files, and small ones beside the model itself: of others only what is needed is kept here. */
const mostFiles = 100;
const mostBytes = 2 * largestOnnx;

/**
 * Fetches a version's files, and makes of them one that serves: as for what is logged here. Where that can't be, it says why.
 * @param known the definition that its model has here; null when it has none yet
 * @throws {MlflowApiError} when the server does not answer
 */
export async function fetchVersion(
  { api, database, artifacts }: { api: MlflowApi; database: Database; artifacts: ArtifactStore },
  name: string,
  version: ServerVersion,
  known: ModelDefinition | null,
): Promise<FetchedVersion> {
  await claimArtifacts({ database, artifacts });
  const told = await runOf(api, version);
  try {
    const { definition, file, producer, files } = await serving({ api, artifacts }, name, version, known);
    const artifact = { sha256: await putLarge(artifacts, file), bytes: file.length };
    return { ...told, definition, problem: null, artifact, files, params: { ...told.params, producer } };
  } catch (error) {
    const problem = problemOf(error);
    if (problem === null) throw error;
    return { ...told, definition: null, problem: storableText(problem), artifact: noFile, files: [] };
  }
}

/** What is wrong with the version itself; null when something else is, which may be well the next time. */
function problemOf(error: unknown): string | null {
  if (error instanceof InvalidInputError || error instanceof LimitExceededError) return error.message;
  if (error instanceof MlflowApiError && error.code === "RESOURCE_DOES_NOT_EXIST") {
    return `Its files are not on the MLflow server: ${error.message}.`;
  }
  return null;
}

async function serving(
  { api, artifacts }: { api: MlflowApi; artifacts: ArtifactStore },
  name: string,
  { version }: ServerVersion,
  known: ModelDefinition | null,
) {
  const found = await folderOf(api, { name, version: String(version) });
  if ("elsewhere" in found)
    throw new InvalidInputError(`${found.elsewhere.charAt(0).toUpperCase()}${found.elsewhere.slice(1)}`);
  const { folder } = found;
  const listed = (await api.files(folder)).map((file) => ({ ...file, below: file.path.slice(folder.length + 1) }));
  const fetched = new Map<string, { sha256: string; bytes: number }>();
  const fetch = async (below: string, most: number) => {
    const known = fetched.get(below);
    if (known) return known;
    const file = await artifacts.putStream(await api.open(`${folder}/${below}`), most);
    fetched.set(below, file);
    return file;
  };
  const bytesOf = (below: string) => listed.find((file) => file.below === below)?.bytes;
  const size = bytesOf("MLmodel");
  if (size === undefined) throw new InvalidInputError("Its folder has no MLmodel file: no model was logged there.");
  checkMlmodelSize(size);
  const description = readMlmodel(await artifacts.get((await fetch("MLmodel", largestOnnx)).sha256));
  const onnxSize = bytesOf(description.onnxPath);
  if (onnxSize === undefined) {
    throw new InvalidInputError(
      `Its MLmodel file names ${description.onnxPath.slice(0, 200)}, and there is no such file. Log it again, with save_as_external_data=False.`,
    );
  }
  checkOnnxSize(onnxSize);
  const onnx = await getLarge(artifacts, await fetch(description.onnxPath, largestOnnx));
  const prepared = await prepareApart({ name, text: "", description, onnx, known });
  const small = listed.length <= mostFiles && listed.reduce((sum, { bytes }) => sum + bytes, 0) <= mostBytes;
  for (const { below } of small ? listed : []) await fetch(below, mostBytes);
  return { ...prepared, files: [...fetched].map(([path, file]) => ({ path, ...file })) };
}

/** What the run told that logged it: its parameters, and the latest of each metric that is a number. */
async function runOf(
  api: MlflowApi,
  { runId }: ServerVersion,
): Promise<{ metrics: Metric[]; params: Record<string, string> }> {
  if (runId === null) return { metrics: [], params: {} };
  try {
    const { run } = await api.get<{
      run: { data?: { params?: Pair[]; metrics?: { key: string; value: number | string }[] } };
    }>("/mlflow/runs/get", { run_id: runId });
    const { params = [], metrics = [] } = run.data ?? {};
    return {
      metrics: metrics
        .map(({ key, value }) => ({ name: storableText(key), value: Number(value), split: "logged" as const }))
        .filter(({ value }) => Number.isFinite(value))
        .slice(0, mostTold),
      params: Object.fromEntries(
        params.slice(0, mostTold).map(({ key, value = "" }) => [storableText(key), storableText(value)]),
      ),
    };
  } catch (error) {
    // Runs are deleted; what they made stays.
    if (error instanceof MlflowApiError && error.code === "RESOURCE_DOES_NOT_EXIST") return { metrics: [], params: {} };
    throw error;
  }
}

const mostTold = 200;
