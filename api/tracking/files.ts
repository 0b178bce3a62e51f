import type { LoggedFile } from "../../prisma/client/client.ts";
import type { Scope } from "../actions/define-action.ts";
import { fileTooLong } from "../models/measured-stream.ts";
import { claimArtifacts, keepArtifacts } from "../models/purge-artifacts.ts";
import { Prisma } from "../platform/database.ts";
import { InvalidInputError, NotFoundError, UnavailableError } from "../platform/errors.ts";
import { allow } from "./allow.ts";
import { type FileOwner, filePath, loggedModelFolder, ownerOf, runFolder } from "./file-paths.ts";
import { limits } from "./limits.ts";
import { findLoggedModel } from "./logged-models.ts";
import { liveRun } from "./runs.ts";

/** A file or folder of a list, by its name in the folder that was asked for. */
export interface ListedFile {
  name: string;
  folder: boolean;
  bytes: bigint | null;
}

/**
 * Keeps what comes under a path, in place of what was there. A path has its bytes when all have come, or what it had before.
 * @throws {InvalidInputError | NotFoundError | ConflictError} when the path is below no run and no logged model
 * @param announced how many bytes are said to come, when that is known: too many are refused before the first
 * @throws {LimitExceededError} when the file is too long
 */
export async function storeFile(
  scope: Scope,
  rawPath: string,
  body: AsyncIterable<Uint8Array>,
  announced?: number,
): Promise<void> {
  allow(scope, "tracking:write");
  if (announced !== undefined && announced > limits.file) throw fileTooLong(limits.file);
  const path = filePath(rawPath);
  await requireOwner(scope, path, { folderToo: false });
  const { database, artifacts, clock } = scope.services;
  // Before the first byte: another database's sweep must not take it for its own.
  await claimArtifacts({ database, artifacts });
  const { sha256, bytes } = await artifacts.putStream(body, limits.file);
  await database.$transaction(async (tx) => {
    await keepArtifacts(tx);
    if (!(await artifacts.has(sha256)))
      throw new UnavailableError("The file vanished before it was written down. Send it again.");
    const file = { sha256, bytes: BigInt(bytes), storedAt: clock.now() };
    await tx.loggedFile.upsert({ where: { path }, create: { path, ...file }, update: file });
  });
}

/** @throws {NotFoundError} */
export async function findFile(scope: Scope, rawPath: string): Promise<LoggedFile> {
  allow(scope, "tracking:read");
  const path = filePath(rawPath);
  const file = await scope.services.database.loggedFile.findUnique({ where: { path } });
  if (file) return file;
  throw new NotFoundError(`There is no file ${path.slice(0, 200)}.`);
}

/** What stands in a folder, by name; of a file itself alone. A folder is there as long as something is below it. */
export async function listFiles(scope: Scope, folder: string): Promise<ListedFile[]> {
  allow(scope, "tracking:read");
  const path = filePath(folder);
  // In characters, as PostgreSQL counts them.
  const start = [...path].length + 2;
  const rows = await scope.services.database.$queryRaw<{ name: string; folder: boolean; bytes: bigint | null }[]>`
    SELECT name, bool_or(deeper) AS folder, CASE WHEN bool_or(deeper) THEN NULL ELSE max(bytes) END AS bytes FROM (
      SELECT split_part(substr(path, ${start}::int), '/', 1) AS name,
        position('/' IN substr(path, ${start}::int)) > 0 AS deeper, bytes
      FROM logged_file WHERE ${isBelow(path)}
    ) AS entry GROUP BY name ORDER BY name COLLATE "C"`;
  if (rows.length > 0) return rows;
  const file = await scope.services.database.loggedFile.findUnique({ where: { path } });
  return file ? [{ name: path.slice(path.lastIndexOf("/") + 1), folder: false, bytes: file.bytes }] : [];
}

/** Everything below a folder, by path. */
export function filesBelow(scope: Scope, folder: string): Promise<LoggedFile[]> {
  allow(scope, "tracking:read");
  return scope.services.database.$queryRaw<LoggedFile[]>`
    SELECT path, sha256, bytes, stored_at AS "storedAt" FROM logged_file WHERE ${isBelow(filePath(folder))} ORDER BY path`;
}

/** Deletes a file, or everything below a folder. Versions that were registered of them keep theirs. @throws {NotFoundError} */
export async function deleteFiles(scope: Scope, rawPath: string): Promise<void> {
  allow(scope, "tracking:write");
  const path = filePath(rawPath);
  await requireOwner(scope, path, { folderToo: true });
  const { database } = scope.services;
  const deleted = await database.$executeRaw`DELETE FROM logged_file WHERE path = ${path} OR (${isBelow(path)})`;
  if (deleted === 0) throw new NotFoundError(`There is no file ${path.slice(0, 200)}.`);
}

/** One range of the path's index: the character after the slash ends it. */
export function isBelow(path: string): Prisma.Sql {
  return Prisma.sql`path > ${`${path}/`} AND path < ${`${path}0`}`;
}

/** The path's own run or logged model, not only one that exists: what is below another's experiment is nobody's. */
async function requireOwner(scope: Scope, path: string, { folderToo }: { folderToo: boolean }): Promise<void> {
  const owner = ownerOf(path);
  const folder = owner && (await folderOf(scope, owner));
  if (folder !== null && (path.startsWith(`${folder}/`) || (folderToo && path === folder))) return;
  const message = `Files are kept below a run or a logged model, and ${path.slice(0, 200)} is below none.`;
  throw new InvalidInputError(message, [{ path: "path", message }]);
}

async function folderOf(scope: Scope, owner: FileOwner): Promise<string> {
  return owner.kind === "RUN"
    ? runFolder(await liveRun(scope, owner.runId))
    : loggedModelFolder(await findLoggedModel(scope, owner.modelId));
}
