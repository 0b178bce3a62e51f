import type { Reproduction } from "../../../prisma/client/client.ts";
import type { ArtifactStore } from "../../models/artifacts.ts";
import { definitionOf } from "../../models/live-models.ts";
import { metricSchema } from "../../models/metric.ts";
import { sha256 } from "../../platform/canonical-json.ts";
import type { Database } from "../../platform/database.ts";
import { ConflictError } from "../../platform/errors.ts";
import { type RunReport, trainFromRecord } from "../train-from-record.ts";
import { compareOutcome, differingMetrics, type Reproduced } from "./compare-outcome.ts";

/**
 * Trains a version again from its run's record, and compares what comes of it with the version's file and metrics. Stores nothing.
 * @throws {DomainError} when it can't be done; the signal's reason once it is aborted
 */
export async function executeReproduction(
  { versionId }: Reproduction,
  { database, artifacts }: { database: Database; artifacts: ArtifactStore },
  signal: AbortSignal,
  report: (report: RunReport) => Promise<void>,
): Promise<Reproduced> {
  const version = await database.modelVersion.findUniqueOrThrow({
    where: { id: versionId },
    include: { model: true, dataset: true, trainingRun: true },
  });
  const { dataset, trainingRun: run } = version;
  if (!run || !dataset) throw new ConflictError("There is no record to train the version again from.");
  const definition = definitionOf(version.model);
  const { algorithm, testSize, seed, params } = run;
  const record = { definition, dataset, algorithm, testSize, seed, params };
  const trained = await trainFromRecord(record, signal, report);
  const recorded = metricSchema.array().parse(version.metrics);
  const reproducedSha256 = sha256(trained.file);
  if (reproducedSha256 === version.artifactSha256) {
    const metrics = differingMetrics(recorded, trained.metrics);
    return {
      outcome: "BYTE_EQUAL",
      report: {
        artifactSha256: reproducedSha256,
        rows: trained.test.count,
        largestDifference: 0,
        metrics,
        differingRows: 0,
        shown: [],
      },
    };
  }
  await report({ progress: 0.95, message: "Other bytes came of it: comparing the predictions of all rows held out" });
  return compareOutcome(
    { recorded: await artifacts.get(version.artifactSha256), reproduced: trained.file, reproducedSha256 },
    { recorded, reproduced: trained.metrics },
    definition,
    trained.test,
    signal,
  );
}
