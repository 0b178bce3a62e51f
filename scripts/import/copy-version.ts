import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { MeasuredFile, MlflowApi } from "../../api/models/mlflow-server/mlflow-api.ts";
import { folderOf, type Pair, type SourceVersion, versionsOf } from "../../api/models/mlflow-server/read-registry.ts";

/** Tags by which a version that was brought over is known again. */
export const importedFrom = "imported.from";
export const importedVersion = "imported.version";

export interface Both {
  from: MlflowApi;
  to: MlflowApi;
  /** Of the server that is imported to: where the runs and files of what is brought over stand. */
  experimentId: string;
}

export interface CopiedVersion {
  version: string;
  files: number;
  bytes: number;
  /** It had been brought over before. */
  already: boolean;
}

/** Brings a version over, unless it is there; then compares every file's SHA-256 on both sides. @throws when it can't be, or differs */
export async function copyVersion(both: Both, source: SourceVersion, name: string): Promise<CopiedVersion> {
  const { from, to } = both;
  const found = await folderOf(from, source);
  if ("elsewhere" in found) throw new Error(found.elsewhere);
  const { folder } = found;
  const files = await from.files(folder);
  const known = await findImported(both, source, name);
  const scratch = await mkdtemp(join(tmpdir(), "modelwright-import-"));
  try {
    const hashes = new Map<string, MeasuredFile>();
    let version = known?.version;
    if (version === undefined) {
      const upload = await beginUpload(both, source);
      for (const { path } of files) {
        const below = path.slice(folder.length + 1);
        const local = join(scratch, "file");
        hashes.set(below, await from.download(path, local));
        await to.upload(`${upload.folder}/${below}`, local);
      }
      version = await register(both, source, name, upload);
    } else {
      for (const { path } of files) hashes.set(path.slice(folder.length + 1), await from.download(path));
    }
    await compareFiles(to, `registered/${name}/${version}`, hashes);
    const bytes = [...hashes.values()].reduce((sum, file) => sum + file.bytes, 0);
    return { version, files: hashes.size, bytes, already: known !== undefined };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function findImported(
  { from, to }: Both,
  source: SourceVersion,
  name: string,
): Promise<SourceVersion | undefined> {
  const filter = ` and tags.\`${importedFrom}\` = '${quoted(`${from.uri} ${source.name}`)}' and tags.\`${importedVersion}\` = '${source.version}'`;
  return (await versionsOf(to, name, filter))[0];
}

interface Upload {
  modelId: string;
  runId: string;
  folder: string;
}

interface SourceRun {
  run: {
    info: { run_name?: string; start_time?: number | string };
    data?: {
      params?: Pair[];
      metrics?: { key: string; value: number | string; step?: number | string; timestamp: number | string }[];
      tags?: Pair[];
    };
  };
}

/** A run with what the version's own run told, and a logged model for the files. */
async function beginUpload({ from, to, experimentId }: Both, source: SourceVersion): Promise<Upload> {
  const told = source.run_id
    ? await from.get<SourceRun>("/mlflow/runs/get", { run_id: source.run_id }).catch(() => undefined)
    : undefined;
  const { run } = await to.send<{ run: { info: { run_id: string } } }>("POST", "/mlflow/runs/create", {
    experiment_id: experimentId,
    run_name: `${source.name} ${source.version}`,
    start_time: told?.run.info.start_time ?? Date.now(),
    tags: [
      { key: importedFrom, value: `${from.uri} ${source.name}` },
      { key: importedVersion, value: source.version },
      ...(source.run_id ? [{ key: "imported.run_id", value: source.run_id }] : []),
    ],
  });
  const runId = run.info.run_id;
  const { params = [], metrics = [], tags = [] } = told?.run.data ?? {};
  for (const part of parts(params, 100))
    await to.send("POST", "/mlflow/runs/log-batch", { run_id: runId, params: part });
  for (const part of parts(metrics, 500))
    await to.send("POST", "/mlflow/runs/log-batch", { run_id: runId, metrics: part });
  const own = tags.filter(({ key }) => !key.startsWith("mlflow."));
  for (const part of parts(own, 100)) await to.send("POST", "/mlflow/runs/log-batch", { run_id: runId, tags: part });
  await to.send("POST", "/mlflow/runs/update", { run_id: runId, status: "FINISHED", end_time: Date.now() });
  const { model } = await to.send<{ model: { info: { model_id: string; artifact_uri: string } } }>(
    "POST",
    "/mlflow/logged-models",
    { experiment_id: experimentId, name: source.name, source_run_id: runId },
  );
  const folder = model.info.artifact_uri.replace(/^mlflow-artifacts:\/+/, "");
  return { modelId: model.info.model_id, runId, folder };
}

/** @returns the version's number here. What is refused leaves nothing that looks like a model. */
async function register({ from, to }: Both, source: SourceVersion, name: string, upload: Upload): Promise<string> {
  const { modelId, runId } = upload;
  try {
    const finished = { model_id: modelId, status: "LOGGED_MODEL_READY" };
    await to.send("PATCH", `/mlflow/logged-models/${modelId}`, finished);
    const { model_version: made } = await to.send<{ model_version: SourceVersion }>(
      "POST",
      "/mlflow/model-versions/create",
      {
        name,
        source: `models:/${modelId}`,
        model_id: modelId,
        run_id: runId,
        description: source.description ?? "",
        ...(source.run_link ? { run_link: source.run_link } : {}),
        tags: [
          ...(source.tags ?? []).map(({ key, value = "" }) => ({ key, value })),
          { key: importedFrom, value: `${from.uri} ${source.name}` },
          { key: importedVersion, value: source.version },
        ],
      },
    );
    return made.version;
  } catch (error) {
    await to.send("DELETE", `/mlflow/logged-models/${modelId}`, {}).catch(() => {});
    await to.send("POST", "/mlflow/runs/delete", { run_id: runId }).catch(() => {});
    throw error;
  }
}

/** @throws naming the first file that is not the same on both sides */
async function compareFiles(to: MlflowApi, folder: string, hashes: ReadonlyMap<string, MeasuredFile>): Promise<void> {
  const there = await to.files(folder);
  if (there.length !== hashes.size) throw new Error(`${there.length} of its ${hashes.size} files are there`);
  for (const { path } of there) {
    const below = path.slice(folder.length + 1);
    const copied = await to.download(path);
    if (copied.sha256 !== hashes.get(below)?.sha256) throw new Error(`its file ${below} is another on both sides`);
  }
}

function* parts<Item>(items: readonly Item[], size: number): Iterable<Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}

function quoted(text: string): string {
  return text.replaceAll("'", "''");
}
