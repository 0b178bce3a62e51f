import type { TrainingRun } from "../../prisma/client/client.ts";
import type { ArtifactStore } from "../models/artifacts.ts";
import type { Coefficient } from "../models/coefficient.ts";
import { definitionOf } from "../models/live-models.ts";
import type { Metric } from "../models/metric.ts";
import type { Database } from "../platform/database.ts";
import { type RunReport, trainFromRecord } from "./train-from-record.ts";

export interface TrainedModel {
  dataset: { name: string; sha256: string };
  metrics: Metric[];
  params: Record<string, unknown>;
  coefficients: Coefficient[] | null;
  artifact: { sha256: string; bytes: number };
}

/** How far a run is when its file is there, and its version is not yet. */
export const registering = 0.95;

/**
 * Does what a run asks for, and stores the file that comes of it. Writes nothing else; what comes of it is registered by the caller.
 * @throws {DomainError} when it can't be done; the signal's reason once it is aborted
 */
export async function executeRun(
  run: TrainingRun,
  { database, artifacts }: { database: Database; artifacts: ArtifactStore },
  signal: AbortSignal,
  report: (report: RunReport) => Promise<void>,
): Promise<TrainedModel> {
  const model = await database.model.findUniqueOrThrow({ where: { id: run.modelId } });
  const dataset = await database.dataset.findUniqueOrThrow({ where: { id: run.datasetId } });
  const { algorithm, testSize, seed, params } = run;
  const record = { definition: definitionOf(model), dataset, algorithm, testSize, seed, params };
  const trained = await trainFromRecord(record, signal, report);
  const hash = await artifacts.put(trained.file);
  await report({ progress: registering, message: "Registering the version" });
  return {
    dataset: { name: dataset.name, sha256: dataset.sha256 },
    metrics: trained.metrics,
    params: trained.params,
    coefficients: trained.coefficients,
    artifact: { sha256: hash, bytes: trained.file.length },
  };
}
