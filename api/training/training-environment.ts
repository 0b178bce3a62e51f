import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { sha256 } from "../platform/canonical-json.ts";

/** What a training ran in: all that may change what comes of the same record. */
export const trainingEnvironmentSchema = z.object({
  /** The product's version. */
  modelwright: z.string(),
  /** SHA-256 over the source that reads data, splits, trains, measures and exports: the same hash is the same code. */
  codeSha256: z.string(),
  node: z.string(),
  onnxruntime: z.string(),
  /** Of the operating system and the processor: "linux-x64". */
  platform: z.string(),
});
export type TrainingEnvironment = z.infer<typeof trainingEnvironmentSchema>;

let current: TrainingEnvironment | undefined;

/** That of this process, read once. */
export function trainingEnvironment(): TrainingEnvironment {
  current ??= {
    modelwright: versionIn("../../package.json"),
    codeSha256: hashSources(["", "algorithms/", "onnx/", "../datasets/"]),
    node: process.versions.node,
    onnxruntime: versionIn("onnxruntime-node/package.json"),
    platform: `${process.platform}-${process.arch}`,
  };
  return current;
}

/** As a row holds it; null where an earlier release, or nobody yet, wrote it. */
export function readTrainingEnvironment(stored: unknown): TrainingEnvironment | null {
  return stored === null || stored === undefined ? null : trainingEnvironmentSchema.parse(stored);
}

function versionIn(path: string): string {
  return z.object({ version: z.string() }).parse(createRequire(import.meta.url)(path)).version;
}

/** Over the names and texts of all sources under the folders, tests left out, whichever way their lines end. */
function hashSources(folders: readonly string[]): string {
  const sources = folders.flatMap((folder) => {
    const path = fileURLToPath(new URL(folder || ".", import.meta.url));
    return readdirSync(path, { recursive: folder === "algorithms/", encoding: "utf8" })
      .filter((name) => /\.ts$/.test(name) && !/\.test\.ts$|(^|[\\/])testing[\\/]/.test(name))
      .map((name) => ({ name: `${folder}${name.replaceAll("\\", "/")}`, path: `${path}/${name}` }));
  });
  const texts = sources
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, path }) => [name, readFileSync(path, "utf8").replaceAll("\r\n", "\n")]);
  return sha256(JSON.stringify(texts));
}
