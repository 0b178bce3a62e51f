import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const prefix = "modelwright-upload-";
/** An upload writes all the time, and is handed on within minutes: what nobody touched for this long is of a process that was killed. */
const abandonedMs = 60 * 60_000;

/** Calls `use` with the path of a file of its own on this machine's disk, that is gone afterwards. */
export async function withSpool<T>(use: (path: string) => Promise<T>): Promise<T> {
  await removeAbandoned();
  const folder = await mkdtemp(join(tmpdir(), prefix));
  try {
    return await use(join(folder, "file"));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Deletes what processes that were killed during an upload left on this machine; what is another user's stays. */
export async function removeAbandoned(): Promise<void> {
  const before = Date.now() - abandonedMs;
  const names = await readdir(tmpdir()).catch(() => []);
  for (const name of names.filter((each) => each.startsWith(prefix))) {
    const folder = join(tmpdir(), name);
    const touched = await stat(join(folder, "file")).catch(() => stat(folder).catch(() => undefined));
    if (touched && touched.mtimeMs < before) await rm(folder, { recursive: true, force: true }).catch(() => {});
  }
}
