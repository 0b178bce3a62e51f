import type { Dataset, Model, ModelVersion, TrainingRun } from "../../../prisma/client/client.ts";
import { loadDataset } from "../../datasets/load-dataset.ts";
import { type Examples, selectExamples, trainingExamples } from "../../datasets/training-examples.ts";
import type { Database, Transaction } from "../../platform/database.ts";
import { DomainError } from "../../platform/errors.ts";
import { openSession, runColumns } from "../../predictions/onnx-session.ts";
import { classificationMetrics } from "../../training/classification-metrics.ts";
import { regressionMetrics } from "../../training/regression-metrics.ts";
import { splitExamples, strataOf } from "../../training/split-rows.ts";
import type { ArtifactStore } from "../artifacts.ts";
import type { ModelDefinition } from "../definitions/define-model.ts";
import { definitionOf } from "../live-models.ts";
import type { Metric } from "../metric.ts";

/** Fewer rows than these say nothing about which of two is better. */
const fewestShared = 20;

type Trained = ModelVersion & { dataset: Dataset | null; trainingRun: TrainingRun | null };

/** What a version's file makes of stored rows, or why that can't be told. */
export type Measurement = { metrics: Metric[]; rows: number } | { problem: string };

export interface Compared {
  candidate: Metric[];
  production: Metric[];
  /** Held out by both. */
  rows: number;
}

export interface MeasureContext {
  artifacts: ArtifactStore;
  model: Pick<Model, "definition">;
}

/** A version with what it was trained by. */
export function findTrained(on: Database | Transaction, id: string): Promise<Trained> {
  return on.modelVersion.findUniqueOrThrow({ where: { id }, include: { dataset: true, trainingRun: true } });
}

/** Runs a version's file on the rows that were held out of its training. */
export function measureHoldout({ artifacts, model }: MeasureContext, version: Trained): Promise<Measurement> {
  return orProblem(async () => {
    const definition = definitionOf(model);
    const { examples, test } = await heldOut(definition, version);
    const rows = selectExamples(examples, test);
    return { metrics: await run(artifacts, version, definition, rows), rows: rows.count };
  });
}

/** Runs two versions' files on the rows that both held out: neither has seen them. */
export function measureBoth(
  { artifacts, model }: MeasureContext,
  candidate: Trained,
  production: Trained,
): Promise<Compared | { problem: string }> {
  return orProblem(async () => {
    const definition = definitionOf(model);
    const [mine, theirs] = [await heldOut(definition, candidate), await heldOut(definition, production)];
    if (candidate.dataset?.sha256 !== production.dataset?.sha256) return { problem: "they were trained on other data" };
    const other = new Set(theirs.test);
    const shared = mine.test.filter((position) => other.has(position));
    if (shared.length < fewestShared) {
      const { testSize, seed } = production.trainingRun as TrainingRun;
      return {
        problem: `they held out ${shared.length || "no"} rows in common; train with the share ${testSize} and the seed ${seed} of version ${production.version}`,
      };
    }
    const rows = selectExamples(mine.examples, shared);
    return {
      candidate: await run(artifacts, candidate, definition, rows),
      production: await run(artifacts, production, definition, rows),
      rows: rows.count,
    };
  });
}

async function orProblem<T>(measure: () => Promise<T>): Promise<T | { problem: string }> {
  try {
    return await measure();
  } catch (error) {
    // Data that is there no more, or a file that is: what was expected to fail says why.
    if (error instanceof DomainError) return { problem: error.message };
    if (error instanceof NotMeasurable) return { problem: error.message };
    throw error;
  }
}

class NotMeasurable extends Error {}

async function heldOut(definition: ModelDefinition, version: Trained): Promise<{ examples: Examples; test: number[] }> {
  const { dataset, trainingRun } = version;
  if (!dataset || !trainingRun) {
    throw new NotMeasurable(`version ${version.version} was not trained here, so its rows are not known`);
  }
  const data = await loadDataset(dataset.name);
  if (data.sha256 !== dataset.sha256) {
    throw new NotMeasurable(`the data set ${dataset.name} changed since version ${version.version} was trained`);
  }
  const examples = trainingExamples(data, definition);
  const { test } = splitExamples(strataOf(examples, definition.task), trainingRun.testSize, trainingRun.seed);
  return { examples, test };
}

async function run(
  artifacts: ArtifactStore,
  { artifactSha256 }: Trained,
  { task, target }: ModelDefinition,
  rows: Examples,
): Promise<Metric[]> {
  const session = await openSession(await artifacts.get(artifactSha256));
  try {
    const { scores } = await runColumns(session, rows.features, rows.count);
    if (task === "REGRESSION") return regressionMetrics({ target: rows.target, predicted: scores }, "holdout");
    const probabilities = Float64Array.from(scores);
    return classificationMetrics(
      { target: rows.target, probabilities, classes: target.classes?.length ?? 0 },
      "holdout",
    );
  } finally {
    await session.release();
  }
}
