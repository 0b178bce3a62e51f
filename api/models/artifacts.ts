import { randomUUID } from "node:crypto";
import { access, mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { sha256 } from "../platform/canonical-json.ts";
import { UnavailableError } from "../platform/errors.ts";

/** Trained models' files by the SHA-256 of their bytes: what was stored is never changed. */
export interface ArtifactStore {
  /** Stores the bytes, durably; twice is once. @returns their SHA-256 in hex */
  put(bytes: Uint8Array): Promise<string>;
  /** @throws {UnavailableError} when there is no such file here, or its bytes are not those that were stored */
  get(hash: string): Promise<Uint8Array>;
  has(hash: string): Promise<boolean>;
}

/** Artefacts on disk, under `<dataDir>/artifacts/<first two digits>/<SHA-256>`. */
export function openArtifactStore(dataDir: string): ArtifactStore {
  const pathOf = (hash: string) => join(dataDir, "artifacts", hash.slice(0, 2), hash);

  return {
    async put(bytes) {
      const hash = sha256(bytes);
      const path = pathOf(hash);
      const held = await readFile(path).catch(() => undefined);
      if (held && sha256(held) === hash) return hash;
      await mkdir(dirname(path), { recursive: true });
      const temporary = `${path}.${randomUUID()}.tmp`;
      try {
        await writeDurably(temporary, bytes);
        await rename(temporary, path);
        await syncFolder(dirname(path));
      } finally {
        await rm(temporary, { force: true });
      }
      return hash;
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
    has: (hash) =>
      access(pathOf(checkedHash(hash))).then(
        () => true,
        () => false,
      ),
  };
}

/** A hash becomes part of a path: nothing else may. */
function checkedHash(hash: string): string {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new UnavailableError("The model's file has no proper SHA-256. Train again.");
  return hash;
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
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
