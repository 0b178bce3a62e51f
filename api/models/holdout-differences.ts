import { z } from "zod";
import type { Dataset, Model, ModelVersion, TrainingRun } from "../../prisma/client/client.ts";
import { defineRead } from "../actions/define-action.ts";
import { type Examples, featuresAt, selectExamples, truthAt } from "../datasets/training-examples.ts";
import type { Database } from "../platform/database.ts";
import { ConflictError, InvalidInputError } from "../platform/errors.ts";
import {
  apart,
  type RowPrediction,
  rowPrediction,
  type ScoredExamples,
  scoreExamples,
} from "../predictions/score-examples.ts";
import { recordedSplit } from "../training/split-rows.ts";
import type { ModelDefinition } from "./definitions/define-model.ts";
import { modelName, versionNumber } from "./inputs.ts";
import { definitionOf, findModel } from "./live-models.ts";
import { findVersion } from "./stages.ts";

/** Numbers that lie no farther apart are the same. */
const tolerance = 1e-6;
export const mostDifferences = 200;

/** A row on which versions do not agree. */
export interface RowDifference {
  /** Of the data set's file, counted from 0 after its header. */
  row: number;
  features: Record<string, string | number | null>;
  truth: string | number;
  /** Between the two that lie farthest apart: of a class's probability, or of the predicted number. */
  spread: number;
  predictions: (RowPrediction & { version: number; heldOut: boolean })[];
}

export interface HoldoutDifferences {
  /** Rows that were looked at. */
  compared: number;
  /** Of these, rows that every version held out. */
  heldOutByAll: number;
  /** Rows that are not predicted alike. */
  total: number;
  /** A page of them, those farthest apart first. */
  rows: RowDifference[];
}

/** The rows held out on which versions of a model do not agree. */
export const holdoutDifferences = defineRead({
  name: "holdoutDifferences",
  title: "Rows on which versions differ",
  description:
    "Tells the held-out rows of the data on which versions of a model predict different classes, or different numbers: features, truth, and what each version says.",
  permission: "models:read",
  input: z.object({
    model: modelName,
    versions: z.array(versionNumber).min(2).max(10),
    /** HELD_OUT_BY_ANY: rows too that some of the versions were trained on; each prediction says whether its version was. */
    rows: z.enum(["HELD_OUT_BY_ALL", "HELD_OUT_BY_ANY"]).default("HELD_OUT_BY_ALL"),
    first: z.int().min(0).max(mostDifferences).default(50),
    skip: z.int().min(0).max(2_147_483_647).default(0),
  }),
  async read({ services: { database, artifacts } }, input): Promise<HoldoutDifferences> {
    const model = await findModel(database, input.model);
    const definition = definitionOf(model);
    const numbers = [...new Set(input.versions)];
    if (numbers.length < 2) {
      const message = "Name at least two versions to compare.";
      throw new InvalidInputError(message, [{ path: "versions", message }]);
    }
    const versions = await Promise.all(numbers.map((version) => recordOf(database, model, version)));
    requireSameData(model, versions);
    const holdouts = await Promise.all(versions.map((version) => holdoutOf(version, definition)));
    const { examples } = holdouts[0] as Holdout;
    const positions = Array.from({ length: examples.count }, (_, position) => position);
    const byAll = positions.filter((position) => holdouts.every(({ heldOut }) => heldOut.has(position)));
    const chosen =
      input.rows === "HELD_OUT_BY_ALL"
        ? byAll
        : positions.filter((position) => holdouts.some(({ heldOut }) => heldOut.has(position)));
    if (chosen.length === 0) return { compared: 0, heldOutByAll: 0, total: 0, rows: [] };
    const rows = selectExamples(examples, chosen);
    const scored: ScoredExamples[] = [];
    // One after another: each is a session of onnxruntime.
    for (const version of versions) {
      scored.push(await scoreExamples(await artifacts.get(version.artifactSha256), definition, rows));
    }
    const differing = chosen
      .map((position, at) => ({ position, at, spread: spreadAt(scored, at) }))
      .filter(({ at, spread }) => differs(scored, at, spread))
      .sort((a, b) => b.spread - a.spread || a.position - b.position);
    return {
      compared: chosen.length,
      heldOutByAll: byAll.length,
      total: differing.length,
      rows: differing.slice(input.skip, input.skip + input.first).map(({ position, at, spread }) => ({
        row: examples.rowIndices[position] as number,
        features: featuresAt(examples, position),
        truth: truthAt(examples, definition, position),
        spread,
        predictions: versions.map(({ version }, index) => ({
          version,
          heldOut: (holdouts[index] as Holdout).heldOut.has(position),
          ...rowPrediction(scored[index] as ScoredExamples, definition, at),
        })),
      })),
    };
  },
});

type Recorded = ModelVersion & { trainingRun: TrainingRun; dataset: Dataset };

/** @throws {ConflictError} when the version was not trained here */
async function recordOf(database: Database, model: Model, number: number): Promise<Recorded> {
  const { id, version } = await findVersion(database, model, number);
  const found = await database.modelVersion.findUniqueOrThrow({
    where: { id },
    include: { trainingRun: true, dataset: true },
  });
  const { trainingRun, dataset } = found;
  if (!trainingRun || !dataset) {
    throw new ConflictError(
      `Version ${version} of ${model.name} was not trained here, so its held-out rows aren't known.`,
    );
  }
  return { ...found, trainingRun, dataset };
}

/** @throws {ConflictError} naming two that were trained on different data */
function requireSameData({ name }: Model, versions: readonly Recorded[]): void {
  const [first] = versions;
  const other = versions.find(({ dataset }) => dataset.sha256 !== first?.dataset.sha256);
  if (!first || !other) return;
  throw new ConflictError(
    `Versions ${first.version} and ${other.version} of ${name} were trained on different data, so they have no rows in common.`,
  );
}

interface Holdout {
  examples: Examples;
  /** Positions among the examples. */
  heldOut: ReadonlySet<number>;
}

async function holdoutOf({ trainingRun, dataset }: Recorded, definition: ModelDefinition): Promise<Holdout> {
  const { testSize, seed } = trainingRun;
  const { name, sha256 } = dataset;
  const { examples, split } = await recordedSplit({ dataset: name, sha256, definition, testSize, seed });
  return { examples, heldOut: new Set(split.test) };
}

/** How far the two versions lie apart that lie farthest, at a row: the most that any of its numbers differs. */
function spreadAt(scored: readonly ScoredExamples[], row: number): number {
  const width = scored[0]?.width ?? 0;
  let most = 0;
  for (let at = row * width; at < (row + 1) * width; at += 1) {
    const values = scored.map(({ scores }) => scores[at] as number);
    most = Math.max(most, Math.max(...values) - Math.min(...values));
  }
  return most;
}

/** A classification differs in the class that it says, a regression in its number. */
function differs(scored: readonly ScoredExamples[], row: number, spread: number): boolean {
  const values = scored.map((each) => each.values[row] as string | number);
  if (scored[0]?.probabilities) return values.some((value) => value !== values[0]);
  return spread > 0 && values.some((value) => apart(Number(value), Number(values[0])) > tolerance);
}
