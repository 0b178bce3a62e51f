import { loadDataset } from "../datasets/load-dataset.ts";
import { type Examples, selectExamples, trainingExamples } from "../datasets/training-examples.ts";
import type { Coefficient } from "../models/coefficient.ts";
import type { ModelDefinition } from "../models/definitions/define-model.ts";
import type { Metric } from "../models/metric.ts";
import { canonicalJson, sha256 } from "../platform/canonical-json.ts";
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

/** All that a trained model follows from, besides the code that trains it. */
export interface TrainingRecord {
  definition: ModelDefinition;
  dataset: { name: string; sha256: string };
  algorithm: string;
  testSize: number;
  seed: number;
  /** Of the algorithm. */
  params: unknown;
}

export interface TrainedFromRecord {
  /** The bytes of the ONNX file. */
  file: Uint8Array;
  metrics: Metric[];
  /** As a version holds them: the algorithm's, and how the rows were dealt with. */
  params: Record<string, unknown>;
  coefficients: Coefficient[] | null;
  /** The rows held out. */
  test: Examples;
}

/**
 * Reads the data, splits, trains, evaluates on the holdout, exports to ONNX, and checks that the file says what the trainer says. The same
 * record gives the same bytes, by the same code on the same kind of machine. Writes nothing.
 * @throws {DomainError} when it can't be done; the signal's reason once it is aborted
 */
export async function trainFromRecord(
  record: TrainingRecord,
  signal: AbortSignal,
  report: (report: RunReport) => Promise<void>,
): Promise<TrainedFromRecord> {
  const { definition, testSize, seed } = record;
  const trainer = trainerOf(record.algorithm);
  const params = trainer.parseParams(record.params);

  await report({ progress: 0.02, message: `Reading the data set ${record.dataset.name}` });
  const dataset = await loadDataset(record.dataset.name);
  if (dataset.sha256 !== record.dataset.sha256) {
    throw new ConflictError(`The data set ${dataset.name} changed since the training was asked for. Train again.`);
  }
  const examples = trainingExamples(dataset, definition);
  const split = splitExamples(strataOf(examples, definition.task), testSize, seed);
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
    model: definition.name,
    algorithm: record.algorithm,
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
  return {
    file,
    metrics,
    params: { ...params, testSize, seed, ...counts, droppedRows: examples.dropped },
    coefficients: fitted.coefficients?.() ?? null,
    test,
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
