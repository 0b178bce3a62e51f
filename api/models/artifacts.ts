import { randomUUID } from "node:crypto";
import { access, mkdir, open, opendir, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { sha256 } from "../platform/canonical-json.ts";
import { UnavailableError } from "../platform/errors.ts";
import { checkedStream, measuredStream } from "./measured-stream.ts";

/** Trained models' files by the SHA-256 of their bytes: what was stored is never changed. */
export interface ArtifactStore {
  /** Stores the bytes, durably; twice is once. @returns their SHA-256 in hex. @throws {UnavailableError} when there is no room for them */
  put(bytes: Uint8Array): Promise<string>;
  /**
   * As `put`, of bytes that come in their own time: none but a few are in memory at once, and nothing is stored when they break off.
   * @throws {LimitExceededError} when there are more than `most`
   */
  putStream(source: AsyncIterable<Uint8Array>, most: number): Promise<{ sha256: string; bytes: number }>;
  /** @throws {UnavailableError} when there is no such file here, or its bytes are not those that were stored */
  get(hash: string): Promise<Uint8Array>;
  /** As `get`, a part after another. @throws {UnavailableError} when there is no such file; while it is read, when it is damaged */
  stream(hash: string): Promise<AsyncIterable<Uint8Array>>;
  has(hash: string): Promise<boolean>;
  /** The hashes of all files, in no order. */
  list(): AsyncIterable<string>;
  /**
   * Deletes a file, unless it was put, again perhaps, after `before`.
   * @param late once it is aborted, nothing is deleted any more: a store that has not answered by then is not waited for
   * @returns whether it was there and was deleted
   */
  remove(hash: string, before: Date, late?: AbortSignal): Promise<boolean>;
  /** Deletes what writes that never finished left before then. @returns how many */
  removeUnfinished(before: Date): Promise<number>;
  /**
   * Notes that a registry keeps its files here. To be called before it puts any.
   * @param registry of 1 to 64 letters, digits and hyphens
   * @returns whether it is the only one that ever did
   */
  claim(registry: string): Promise<boolean>;
}

export const hashPattern = /^[0-9a-f]{64}$/;

/** Artefacts on disk, under `<dataDir>/artifacts/<first two digits>/<SHA-256>`. */
export function openArtifactStore(dataDir: string): ArtifactStore {
  const root = join(dataDir, "artifacts");
  const pathOf = (hash: string) => join(root, hash.slice(0, 2), hash);

  return {
    async put(bytes) {
      const hash = sha256(bytes);
      const path = pathOf(hash);
      const held = await readFile(path).catch(() => undefined);
      if (held && sha256(held) === hash) {
        const now = new Date();
        // A purge that runs meanwhile may win: then it is written as if it had not been there.
        if (await utimes(path, now, now).then(succeeded, failed)) return hash;
      }
      await mkdir(dirname(path), { recursive: true });
      const temporary = `${path}.${randomUUID()}.tmp`;
      try {
        await writeDurably(temporary, bytes);
        await rename(temporary, path);
        await syncFolder(dirname(path));
      } catch (error) {
        throw noRoom(error);
      } finally {
        await rm(temporary, { force: true });
      }
      return hash;
    },
    async putStream(source, most) {
      // Which folder is its own is known at its end; one that holds files, so that what is left unfinished is found.
      const temporary = join(root, "00", `${randomUUID()}.tmp`);
      await mkdir(dirname(temporary), { recursive: true });
      const stream = measuredStream(source, most);
      try {
        await writeDurably(temporary, stream);
        const measured = stream.measured();
        const path = pathOf(measured.sha256);
        await mkdir(dirname(path), { recursive: true });
        await rename(temporary, path);
        await syncFolder(dirname(path));
        return measured;
      } catch (error) {
        throw noRoom(error);
      } finally {
        await rm(temporary, { force: true });
      }
    },
    async stream(hash) {
      const file = await open(pathOf(checkedHash(hash)), "r").catch(() => undefined);
      if (!file) {
        throw new UnavailableError(
          `The file ${hash.slice(0, 12)}… is not in the data folder. Restore it, or store it again.`,
        );
      }
      return checkedStream(file.createReadStream(), hash);
    },
    async get(hash) {
      const bytes = await readFile(pathOf(checkedHash(hash))).catch(() => undefined);
      if (!bytes) {
        throw new UnavailableError(
          `The model's file ${hash.slice(0, 12)}… is not in the data folder. Restore it, or train again.`,
        );
      }
      if (sha256(bytes) !== hash) {
        throw new UnavailableError(`The model's file ${hash.slice(0, 12)}… is damaged. Restore it, or train again.`);
      }
      return bytes;
    },
    has: (hash) => access(pathOf(checkedHash(hash))).then(succeeded, failed),
    async *list() {
      for await (const path of filesIn(root)) {
        const name = basename(path);
        if (hashPattern.test(name) && path === pathOf(name)) yield name;
      }
    },
    async remove(hash, before) {
      const path = pathOf(checkedHash(hash));
      return (await isOlder(path, before)) && rm(path).then(succeeded, failed);
    },
    async removeUnfinished(before) {
      let removed = 0;
      for await (const path of filesIn(root)) {
        if (!path.endsWith(".tmp") || !(await isOlder(path, before))) continue;
        if (await rm(path).then(succeeded, failed)) removed += 1;
      }
      return removed;
    },
    async claim(registry) {
      const claims = join(root, ".registries");
      await mkdir(claims, { recursive: true });
      await writeFile(join(claims, checkedRegistry(registry)), "");
      return (await readdir(claims)).length === 1;
    },
  };
}

/** A full disk as a sentence; any other error as it is. */
function noRoom(error: unknown): unknown {
  const full = error instanceof Error && "code" in error && (error.code === "ENOSPC" || error.code === "EDQUOT");
  return full
    ? new UnavailableError(
        "The disk of the data folder is full, so the model's file can't be kept. Make room there, and train again.",
      )
    : error;
}

const succeeded = () => true;
const failed = () => false;

/** The files in the folders that a store is made of, as paths; a folder that isn't there holds none. */
async function* filesIn(root: string): AsyncIterable<string> {
  const folders = await readdir(root).catch(() => []);
  for (const folder of folders.filter((name) => /^[0-9a-f]{2}$/.test(name))) {
    for await (const entry of await opendir(join(root, folder)))
      if (entry.isFile()) yield join(root, folder, entry.name);
  }
}

async function isOlder(path: string, than: Date): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && found.mtimeMs <= than.getTime();
}

/** @throws when it can't be a file's name */
export function checkedRegistry(registry: string): string {
  if (!/^[\w-]{1,64}$/.test(registry)) throw new Error("a registry's id must be fit for a file's name");
  return registry;
}

/** A hash becomes part of a path: nothing else may. */
export function checkedHash(hash: string): string {
  if (!hashPattern.test(hash)) throw new UnavailableError("The model's file has no proper SHA-256. Train again.");
  return hash;
}

async function writeDurably(path: string, bytes: Uint8Array | AsyncIterable<Uint8Array>): Promise<void> {
  const file = await open(path, "wx");
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes a rename durable; where folders can't be synced (Windows), the file system has to do. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r").catch(() => undefined);
  try {
    await folder?.sync().catch(() => {});
  } finally {
    await folder?.close();
  }
}
