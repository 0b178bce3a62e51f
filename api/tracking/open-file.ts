import type { Scope } from "../actions/define-action.ts";
import { findFile } from "./files.ts";

export interface OpenedFile {
  bytes: bigint;
  body: AsyncIterable<Uint8Array>;
}

/** A file to be read from its beginning to its end. @throws {NotFoundError | UnavailableError} */
export async function openFile(scope: Scope, path: string): Promise<OpenedFile> {
  const { sha256, bytes } = await findFile(scope, path);
  return { bytes, body: await scope.services.artifacts.stream(sha256) };
}
