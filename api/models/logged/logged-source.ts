import type { Database } from "../../platform/database.ts";
import { InvalidInputError, NotFoundError } from "../../platform/errors.ts";
import { findModel } from "../live-models.ts";
import { findVersion } from "../stages.ts";

/** A file of a logged model, by its path below the MLmodel file's folder. */
export interface SourceFile {
  path: string;
  sha256: string;
  bytes: bigint;
}

/** A model of more files is none that is served here. */
const mostFiles = 1_000;

/**
 * The files that a program names as a model's source: those below one of its folders here, of a logged model, or of a version.
 * @throws {NotFoundError} when there are none
 * @throws {InvalidInputError} when they are not here
 */
export async function sourceFiles(database: Database, source: string): Promise<SourceFile[]> {
  const files = await filesOf(database, source);
  if (files.length === 0) throw new NotFoundError(`There are no files at ${source.slice(0, 200)}.`);
  if (files.length <= mostFiles) return files;
  throw new InvalidInputError(
    `There are more than ${mostFiles} files at ${source.slice(0, 200)}: that is no model's folder.`,
  );
}

async function filesOf(database: Database, source: string): Promise<SourceFile[]> {
  const [, loggedModel] = /^models:\/(m-[0-9a-f]{32})$/.exec(source) ?? [];
  if (loggedModel) {
    const found = await database.loggedModel.findUnique({ where: { id: loggedModel, deletedAt: null } });
    return found ? below(database, `${found.experimentId}/models/${found.id}/artifacts`) : [];
  }
  const [, name, version] = /^(?:models:|mlflow-artifacts:\/registered)\/([^/@]+)\/(\d{1,9})$/.exec(source) ?? [];
  if (name && version) {
    const model = await findModel(database, name);
    const { id } = await findVersion(database, model, Number(version));
    return database.versionFile.findMany({ where: { versionId: id }, orderBy: { path: "asc" }, take: mostFiles + 1 });
  }
  const [, run, path] = /^runs:\/([0-9a-f]{32})\/(.+)$/.exec(source) ?? [];
  if (run && path) {
    const found = await database.programRun.findUnique({ where: { id: run, deletedAt: null } });
    return found ? below(database, `${found.experimentId}/${run}/artifacts/${path}`) : [];
  }
  const [, folder] = /^mlflow-artifacts:\/+(\d+\/.+?)\/*$/.exec(source) ?? [];
  if (folder) return below(database, folder);
  throw new InvalidInputError(
    `The model's files must be on this server before it is registered, and ${source.slice(0, 200)} is not. Log the model here (mlflow.onnx.log_model), then register it.`,
    [{ path: "source", message: "is not on this server" }],
  );
}

async function below(database: Database, folder: string): Promise<SourceFile[]> {
  const prefix = `${folder}/`;
  const files = await database.$queryRaw<SourceFile[]>`
    SELECT path, sha256, bytes FROM logged_file WHERE path > ${prefix} AND path < ${`${folder}0`}
    ORDER BY path LIMIT ${mostFiles + 1}`;
  return files.map((file) => ({ ...file, path: file.path.slice(prefix.length) }));
}
