import type { Scope } from "../actions/define-action.ts";
import { openVersionFile, versionFiles } from "../models/logged/version-files.ts";
import { filePath } from "./file-paths.ts";
import { findFile, type ListedFile, listFiles } from "./files.ts";

export interface OpenedFile {
  bytes: bigint;
  body: AsyncIterable<Uint8Array>;
}

/** A file to be read from its beginning to its end: one that was uploaded, or a version's. @throws {NotFoundError | UnavailableError} */
export async function openFile(scope: Scope, rawPath: string): Promise<OpenedFile> {
  const path = filePath(rawPath);
  const version = versionOf(path);
  if (version) return openVersionFile(scope, version.name, version.number, version.below);
  const { sha256, bytes } = await findFile(scope, path);
  return { bytes, body: await scope.services.artifacts.stream(sha256) };
}

/** What stands in a folder of uploaded files, or of a version's. */
export async function listFolder(scope: Scope, rawPath: string): Promise<ListedFile[]> {
  const path = filePath(rawPath);
  const version = versionOf(path);
  if (!version) return listFiles(scope, path);
  const folder = version.below ? `${version.below}/` : "";
  const listed = new Map<string, ListedFile>();
  for (const file of await versionFiles(scope, version.name, version.number)) {
    if (file.path === version.below) return [{ name: nameOf(file.path), folder: false, bytes: bytesOf(file) }];
    if (!file.path.startsWith(folder)) continue;
    const [name = "", deeper] = file.path.slice(folder.length).split("/", 2);
    listed.set(name, { name, folder: deeper !== undefined, bytes: deeper === undefined ? bytesOf(file) : null });
  }
  return [...listed.values()];
}

/** `registered/<model>/<version>/<path>`: the files of a version. */
function versionOf(path: string): { name: string; number: number; below: string } | null {
  const [, name, version, below = ""] = /^registered\/([^/]+)\/(\d{1,9})(?:\/(.+))?$/.exec(path) ?? [];
  return name && version ? { name, number: Number(version), below } : null;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function bytesOf(file: { content: Buffer } | { bytes: number }): bigint {
  return BigInt("content" in file ? file.content.length : file.bytes);
}
