import type { TrainingRun } from "../../prisma/client/client.ts";
import { loadDataset } from "../datasets/load-dataset.ts";
import { selectExamples, trainingExamples } from "../datasets/training-examples.ts";
import type { ArtifactStore } from "../models/artifacts.ts";
import type { Coefficient } from "../models/coefficient.ts";
import { definitionOf } from "../models/live-models.ts";
import type { Metric } from "../models/metric.ts";
import { canonicalJson, sha256 } from "../platform/canonical-json.ts";
import type { Database } from "../platform/database.ts";
import { ConflictError } from "../platform/errors.ts";
import { trainerOf } from "./algorithms/index.ts";
import type { TrainerProgress } from "./algorithms/trainer.ts";
import { evaluate } from "./metrics.ts";
import { checkParity } from "./onnx/check-parity.ts";
import { encodeModel } from "./onnx/onnx-model.ts";
import { splitExamples, strataOf } from "./split-rows.ts";

/** Iterations that are all told; of those after them only one now and then, so that a run's events stay few. */
const iterationsTold = 20;
const tellingEveryMs = 500;

export interface RunReport {
  /** 0 to 1. */
  progress: number;
  message: string;
  metrics?: Metric[];
  /** Counts that are known from here on. */
  counts?: { rows: number; trainRows: number; testRows: number };
}

export interface TrainedModel {
  dataset: { name: string; sha256: string };
  metrics: Metric[];
  params: Record<string, unknown>;
  coefficients: Coefficient[] | null;
  artifact: { sha256: string; bytes: number };
}

/**
 * Does what a run asks for: reads the data, splits, trains, evaluates on the holdout, exports to ONNX, and checks that the file says
 * what the trainer says. Writes nothing but the file; what comes of it is registered by the caller.
 * @throws {DomainError} when it can't be done; the signal's reason once it is aborted
 */
export async function executeRun(
  run: TrainingRun,
  { database, artifacts }: { database: Database; artifacts: ArtifactStore },
  signal: AbortSignal,
  report: (report: RunReport) => Promise<void>,
): Promise<TrainedModel> {
  const model = await database.model.findUniqueOrThrow({ where: { id: run.modelId } });
  const recorded = await database.dataset.findUniqueOrThrow({ where: { id: run.datasetId } });
  const definition = definitionOf(model);
  const trainer = trainerOf(run.algorithm);
  const params = trainer.parseParams(run.params);

  await report({ progress: 0.02, message: `Reading the data set ${recorded.name}` });
  const dataset = await loadDataset(recorded.name);
  if (dataset.sha256 !== recorded.sha256) {
    throw new ConflictError(`The data set ${dataset.name} changed since the training was asked for. Train again.`);
  }
  const examples = trainingExamples(dataset, definition);
  const split = splitExamples(strataOf(examples, definition.task), run.testSize, run.seed);
  const train = selectExamples(examples, split.train);
  const test = selectExamples(examples, split.test);
  const counts = { rows: examples.count, trainRows: train.count, testRows: test.count };
  await report({
    progress: 0.1,
    message: `${counts.rows} of ${dataset.rows.length} rows have every value (${examples.dropped} left out); ${counts.trainRows} to train on, ${counts.testRows} held out`,
    counts,
  });

  const fitted = await trainer.train({
    examples: train,
    definition,
    params,
    signal,
    onProgress: sparingly(({ fraction, message, loss }) =>
      report({ progress: 0.1 + 0.6 * fraction, message, metrics: [{ ...loss, split: "train" }] }),
    ),
  });

  const classes = definition.target.classes?.map((item) => item.value) ?? [];
  const metrics = evaluate(fitted, definition, { train, test });
  await report({ progress: 0.75, message: `Evaluated on the ${test.count} rows held out`, metrics });

  await report({ progress: 0.8, message: "Exporting to ONNX" });
  const file = encodeModel(fitted.toOnnx(), {
    model: model.name,
    algorithm: run.algorithm,
    task: definition.task,
    classes: JSON.stringify(classes),
    definition_sha256: sha256(canonicalJson(definition)),
    dataset_sha256: dataset.sha256,
  });
  const parity = await checkParity(file, fitted, test, classes, signal);
  await report({
    progress: 0.9,
    message: `The ONNX file agrees with the trainer on ${parity.rows} rows and ${parity.combinations} combinations (within ${parity.largestDifference.toExponential(1)})`,
  });

  const hash = await artifacts.put(file);
  await report({ progress: 0.95, message: "Registering the version" });
  return {
    dataset: { name: dataset.name, sha256: dataset.sha256 },
    metrics,
    params: { ...params, testSize: run.testSize, seed: run.seed, ...counts, droppedRows: examples.dropped },
    coefficients: fitted.coefficients?.() ?? null,
    artifact: { sha256: hash, bytes: file.length },
  };
}

function sparingly(tell: (progress: TrainerProgress) => Promise<void>): (progress: TrainerProgress) => Promise<void> {
  let seen = 0;
  let toldAt = 0;
  return async (progress) => {
    seen += 1;
    const now = performance.now();
    if (seen > iterationsTold && now - toldAt < tellingEveryMs) return;
    toldAt = now;
    await tell(progress);
  };
}
