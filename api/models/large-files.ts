import type { ArtifactStore } from "./artifacts.ts";

/** Hashed at a time: some milliseconds of this process. */
const chunkBytes = 4 * 1024 * 1024;

/**
 * A stored file whole, in memory of its own. Unlike `get` it is checked part by part: other work goes on meanwhile, however long it is.
 * @throws {UnavailableError} when there is no such file here, or its bytes are not those that were stored
 */
export async function getLarge(
  artifacts: ArtifactStore,
  { sha256, bytes }: { sha256: string; bytes: number | bigint },
): Promise<Uint8Array<ArrayBuffer>> {
  const whole = new Uint8Array(Number(bytes));
  let at = 0;
  for await (const part of await artifacts.stream(sha256)) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Stores bytes, part by part for the same reason. @returns their SHA-256 in hex */
export async function putLarge(artifacts: ArtifactStore, bytes: Uint8Array): Promise<string> {
  const { sha256 } = await artifacts.putStream(partsOf(bytes), bytes.length);
  return sha256;
}

async function* partsOf(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes);
}
