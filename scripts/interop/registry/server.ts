import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { inject } from "vitest";
import type { MlflowApi } from "../../../api/models/mlflow-server/mlflow-api.ts";
import { openMlflow } from "../../../api/models/mlflow-server/mlflow-api.ts";
import {
  registeredModels,
  type SourceModel,
  type SourceVersion,
} from "../../../api/models/mlflow-server/read-registry.ts";
import { encodeModel } from "../../../api/training/onnx/onnx-model.ts";

/** A real MLflow server, which the run started. */
export const serverUrl = inject("mlflowServer");
export const server: MlflowApi = openMlflow(serverUrl);

const python = inject("python");
const script = fileURLToPath(new URL("load.py", import.meta.url));

/** What Python predicts by the version that the server has in production. */
export async function predictInPython(
  name: string,
  features: object,
): Promise<{ label: string; probabilities: number[] }> {
  const env = { ...process.env, MLFLOW_DISABLE_TELEMETRY: "true", DO_NOT_TRACK: "true" };
  const { stdout } = await promisify(execFile)(python, [script, serverUrl, name, JSON.stringify(features)], { env });
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
}

const signature = `signature: { inputs: '[{"type": "double", "name": "x", "required": true}]' }`;
const onnxModel = ["flavors:", "  onnx: { data: model.onnx }", signature].join("\n");
const pickledModel = ["flavors:", "  sklearn: { pickled_model: model.pkl }", signature].join("\n");

/** y = factor * x */
function onnx(factor: number): Uint8Array {
  return encodeModel(
    {
      name: "small",
      inputs: [{ name: "x", type: "double", shape: ["n", 1] }],
      outputs: [{ name: "y", type: "double", shape: ["n", 1] }],
      initializers: [
        { name: "factor", dims: [1, 1], type: "double", data: new Uint8Array(new Float64Array([factor]).buffer) },
      ],
      nodes: [{ op: "Mul", inputs: ["x", "factor"], outputs: ["y"] }],
    },
    {},
  );
}

export const createModel = (name: string) => server.send("POST", "/mlflow/registered-models/create", { name });
export const setAlias = (name: string, alias: string, version: number) =>
  server.send("POST", "/mlflow/registered-models/alias", { name, alias, version: String(version) });
export const deleteAlias = (name: string, alias: string) =>
  server.send("DELETE", "/mlflow/registered-models/alias", { name, alias });
export const setVersionTag = (name: string, version: number, key: string, value: string) =>
  server.send("POST", "/mlflow/model-versions/set-tag", { name, version: String(version), key, value });

/** Logs and registers as programs do that know nothing of this product: a number doubled, say, or what only Python can open. */
export async function register(name: string, model: { factor: number } | "pickle"): Promise<number> {
  const { run } = await server.send<{ run: { info: { run_id: string; artifact_uri: string } } }>(
    "POST",
    "/mlflow/runs/create",
    { experiment_id: "0", start_time: Date.now() },
  );
  const { run_id: runId, artifact_uri: uri } = run.info;
  await server.send("POST", "/mlflow/runs/log-batch", {
    run_id: runId,
    metrics: [{ key: "rmse", value: 0.5, timestamp: Date.now(), step: 0 }],
    params: [{ key: "depth", value: "3" }],
  });
  const files =
    model === "pickle"
      ? { MLmodel: Buffer.from(pickledModel), "model.pkl": Buffer.from("never opened") }
      : { MLmodel: Buffer.from(onnxModel), "model.onnx": onnx(model.factor) };
  const folder = `${uri.replace(/^mlflow-artifacts:\/+/, "")}/model`;
  for (const [file, content] of Object.entries(files)) await server.upload(`${folder}/${file}`, content);
  const made = await server.send<{ model_version: SourceVersion }>("POST", "/mlflow/model-versions/create", {
    name,
    source: `${uri}/model`,
    run_id: runId,
  });
  return Number(made.model_version.version);
}

/** Takes all models off it: it is the suite's own. */
export async function empty(): Promise<void> {
  for (const name of await namesThere()) await server.send("DELETE", "/mlflow/registered-models/delete", { name });
}

async function versionOf(name: string, version: number): Promise<SourceVersion> {
  const query = { name, version: String(version) };
  const { model_version: found } = await server.get<{ model_version: SourceVersion }>(
    "/mlflow/model-versions/get",
    query,
  );
  return found;
}

/** The run that a version is of. */
export const runOf = async (name: string, version: number) => (await versionOf(name, version)).run_id ?? "";
export const stageTagOf = async (name: string, version: number) =>
  (await versionOf(name, version)).tags?.find(({ key }) => key === "modelwright.stage")?.value;

/** All names that the server has. */
export async function namesThere(): Promise<string[]> {
  const names: string[] = [];
  for await (const { name } of registeredModels(server)) names.push(name);
  return names;
}

/** A model as the server has it; null when it has none. */
export async function there(name: string) {
  const path = "/mlflow/registered-models/get";
  const found = await server.get<{ registered_model: SourceModel }>(path, { name }).catch(() => null);
  if (!found) return null;
  const { description = "", tags = [], aliases = [] } = found.registered_model;
  const { production = null, ...others } = Object.fromEntries(
    aliases.map(({ alias, version }) => [alias, Number(version)]),
  );
  return {
    production,
    aliases: others,
    tags: Object.fromEntries(tags.map(({ key, value }) => [key, value])),
    description,
  };
}
