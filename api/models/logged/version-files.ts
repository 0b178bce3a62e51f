import type { Scope } from "../../actions/define-action.ts";
import { ForbiddenError, NotFoundError } from "../../platform/errors.ts";
import { findModel } from "../live-models.ts";
import { findVersion } from "../stages.ts";
import { type PackagedFile, packageVersion } from "./packaged-model.ts";

/**
 * The files of a version as MLflow has them: as they were logged, or, of one that was trained here, packaged.
 * @throws {NotFoundError} when there is no such version
 */
export async function versionFiles(scope: Scope, name: string, version: number): Promise<PackagedFile[]> {
  if (!scope.actor.permissions.has("models:read")) {
    throw new ForbiddenError(`${scope.actor.name} may not read models: it needs the permission models:read.`);
  }
  const { database } = scope.services;
  const model = await findModel(database, name);
  const found = await findVersion(database, model, version);
  const logged = await database.versionFile.findMany({ where: { versionId: found.id }, orderBy: { path: "asc" } });
  if (logged.length === 0) return packageVersion(model, found);
  return logged.map(({ path, sha256, bytes }) => ({ path, sha256, bytes: Number(bytes) }));
}

/** @throws {NotFoundError | UnavailableError} */
export async function openVersionFile(
  scope: Scope,
  name: string,
  version: number,
  path: string,
): Promise<{ bytes: bigint; body: AsyncIterable<Uint8Array> }> {
  const file = (await versionFiles(scope, name, version)).find((each) => each.path === path);
  if (!file) throw new NotFoundError(`Version ${version} of ${name} has no file ${path.slice(0, 200)}.`);
  if ("content" in file) return { bytes: BigInt(file.content.length), body: once(file.content) };
  return { bytes: BigInt(file.bytes), body: await scope.services.artifacts.stream(file.sha256) };
}

async function* once(content: Uint8Array): AsyncIterable<Uint8Array> {
  yield content;
}
