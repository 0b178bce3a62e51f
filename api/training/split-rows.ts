import { loadDataset } from "../datasets/load-dataset.ts";
import { type Examples, trainingExamples } from "../datasets/training-examples.ts";
import type { ModelDefinition } from "../models/definitions/define-model.ts";
import { ConflictError, InvalidInputError } from "../platform/errors.ts";
import { mulberry32, shuffle } from "./random.ts";
import { checkTestSize } from "./test-size.ts";

/** Positions (not rows of the data set) of examples, ascending. */
export interface Split {
  train: number[];
  test: number[];
}

/**
 * A stratified holdout, the same for the same seed. The test part has round(testSize · n) examples, shared out over the classes by
 * largest remainders (a tie goes to the earlier class), each class keeping at least one on either side. One generator,
 * mulberry32(seed), shuffles the classes' examples one class after another, each from ascending order by Fisher–Yates; the first
 * ones of each are the test part.
 * @param strata the class of each example: 0, 1, 2 …; for a regression all 0
 * @throws {InvalidInputError} when testSize is out of range, or a class has fewer than two examples
 */
export function splitExamples(strata: ArrayLike<number>, testSize: number, seed: number): Split {
  checkTestSize(testSize);
  const groups = groupByStratum(strata);
  const shares = testShares(
    groups.map((group) => group.length),
    testSize,
  );
  const random = mulberry32(seed);
  const split: Split = { train: [], test: [] };
  for (const [index, group] of groups.entries()) {
    const share = shares[index] ?? 0;
    shuffle(group, random);
    split.test.push(...group.slice(0, share));
    split.train.push(...group.slice(share));
  }
  split.test.sort((a, b) => a - b);
  split.train.sort((a, b) => a - b);
  return split;
}

/** The strata of a classification are its classes; a regression has one. */
export function strataOf(examples: Examples, task: ModelDefinition["task"]): ArrayLike<number> {
  return task === "REGRESSION" ? new Int32Array(examples.count) : examples.target;
}

/** What a run was given that its split follows from. */
export interface SplitRecord {
  dataset: string;
  /** When given, the data must still be that. */
  sha256?: string;
  definition: ModelDefinition;
  testSize: number;
  seed: number;
}

/**
 * The examples of a run, and which of them it trained on and held out.
 * @throws {ConflictError} when `sha256` is given and the data set's file is another one by now
 */
export async function recordedSplit(run: SplitRecord): Promise<{ examples: Examples; split: Split }> {
  const dataset = await loadDataset(run.dataset);
  if (run.sha256 !== undefined && run.sha256 !== dataset.sha256) {
    throw new ConflictError(`The data set ${run.dataset} changed since, so the rows can't be told any more.`);
  }
  const examples = trainingExamples(dataset, run.definition);
  return { examples, split: splitExamples(strataOf(examples, run.definition.task), run.testSize, run.seed) };
}

/**
 * Which data rows (0-based, as they stand in the file) a run trained on and held out.
 * @throws {ConflictError} when `sha256` is given and the data set's file is another one by now
 */
export async function splitOf(run: SplitRecord): Promise<{ train: number[]; test: number[]; dropped: number }> {
  const { examples, split } = await recordedSplit(run);
  const rows = (positions: number[]) => positions.map((position) => examples.rowIndices[position] as number);
  return { train: rows(split.train), test: rows(split.test), dropped: examples.dropped };
}

function groupByStratum(strata: ArrayLike<number>): number[][] {
  const groups = new Map<number, number[]>();
  for (let position = 0; position < strata.length; position += 1) {
    const stratum = strata[position] as number;
    const group = groups.get(stratum);
    if (group) group.push(position);
    else groups.set(stratum, [position]);
  }
  return [...groups].sort(([a], [b]) => a - b).map(([, group]) => group);
}

function testShares(sizes: number[], testSize: number): number[] {
  if (sizes.some((size) => size < 2)) {
    throw new InvalidInputError(
      "The data, or one of its classes, has fewer than two rows, so it can't be both trained on and tested.",
    );
  }
  const quotas = sizes.map((size) => size * testSize);
  const shares = quotas.map(Math.floor);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const left = Math.round(total * testSize) - shares.reduce((sum, share) => sum + share, 0);
  const byRemainder = quotas
    .map((quota, index) => ({ index, remainder: quota - Math.floor(quota) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, Math.max(left, 0))) shares[index] = (shares[index] ?? 0) + 1;
  return shares.map((share, index) => Math.min(Math.max(share, 1), (sizes[index] ?? 2) - 1));
}
