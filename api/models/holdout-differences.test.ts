import { afterAll, beforeAll, expect, test } from "vitest";
import { loadDataset } from "../datasets/load-dataset.ts";
import { featuresAt, trainingExamples } from "../datasets/training-examples.ts";
import { splitOf } from "../training/split-rows.ts";
import { openTrainingSetup, type TrainingSetup } from "../training/testing/training-setup.ts";
import { cars } from "./definitions/cars.ts";
import { titanic } from "./definitions/titanic.ts";
import { type HoldoutDifferences, holdoutDifferences } from "./holdout-differences.ts";

let setup: TrainingSetup;
/** titanic: 1 and 2 hold the same rows out, 3 others. */
beforeAll(async () => {
  setup = await openTrainingSetup();
  setup.startWorker();
  for (const input of [{ seed: 7 }, { seed: 7, params: { C: 0.001 } }, { seed: 8 }, { model: "cars" }]) {
    await setup.ended(await setup.train(input));
  }
  await setup.ended(await setup.train({ model: "cars", algorithm: "linear_regression" }));
});
afterAll(() => setup.close());

const compare = (input: Partial<Parameters<typeof holdoutDifferences.read>[1]> = {}): Promise<HoldoutDifferences> =>
  holdoutDifferences.read(
    setup.scope,
    holdoutDifferences.input.parse({ model: "titanic", versions: [1, 2], ...input }),
  );
const held = async (seed: number) =>
  new Set((await splitOf({ dataset: "titanic", definition: titanic, testSize: 0.25, seed })).test);

test("rows that both held out, on which they say another class: as each version predicts them, farthest apart first", async () => {
  const found = await compare({ first: 200 });
  const heldOut = await held(7);
  expect(found).toMatchObject({ compared: heldOut.size, heldOutByAll: heldOut.size });
  expect(found.total).toBeGreaterThan(0);
  expect(found.rows).toHaveLength(Math.min(found.total, 200));
  const spreads = found.rows.map(({ spread }) => spread);
  expect(spreads).toEqual(spreads.toSorted((a, b) => b - a));
  const examples = trainingExamples(await loadDataset("titanic"), titanic);
  for (const { row, features, truth, predictions } of found.rows.slice(0, 5)) {
    expect(heldOut.has(row)).toBe(true);
    const position = examples.rowIndices.indexOf(row);
    expect(features).toEqual(featuresAt(examples, position));
    expect(truth).toBe(String(examples.target[position]));
    const [one, two] = predictions;
    expect(one?.value).not.toBe(two?.value);
    for (const { version, heldOut: kept, value, probabilities } of predictions) {
      expect(kept).toBe(true);
      const said = await setup.predictor.predict({ model: "titanic", version, features });
      expect(said.value).toBe(value);
      expect(said.probabilities?.["1"]).toBeCloseTo(probabilities?.["1"] ?? Number.NaN, 6);
    }
  }
});

test("of other holdouts only what both held out; with those that one was trained on, they are marked", async () => {
  const [seven, eight] = [await held(7), await held(8)];
  const common = [...seven].filter((row) => eight.has(row)).length;
  expect(await compare({ versions: [1, 3] })).toMatchObject({ compared: common, heldOutByAll: common });
  const any = await compare({ versions: [2, 3], rows: "HELD_OUT_BY_ANY", first: 200 });
  expect(any).toMatchObject({ compared: new Set([...seven, ...eight]).size, heldOutByAll: common });
  for (const { row, predictions } of any.rows) {
    expect(predictions.map(({ heldOut }) => heldOut)).toEqual([seven.has(row), eight.has(row)]);
  }
  expect(any.rows.some(({ predictions }) => predictions.some(({ heldOut }) => !heldOut))).toBe(true);
});

test("numbers differ, not classes", async () => {
  const found = await compare({ model: "cars", first: 1 });
  expect(found.total).toBeGreaterThan(0);
  const [row] = found.rows;
  const [one, two] = row?.predictions.map(({ value }) => Number(value)) ?? [];
  expect(row?.spread).toBeCloseTo(Math.abs((one ?? 0) - (two ?? 0)), 9);
  expect(Object.keys(row?.features ?? {})).toEqual(cars.features.map(({ name }) => name));
  expect(row?.predictions[0]?.probabilities).toBeNull();
});

test("pages hold what they are asked for, and no row twice", async () => {
  const all = await compare({ first: 200 });
  const first = await compare({ first: 2 });
  const rest = await compare({ first: 200, skip: 2 });
  expect([...first.rows, ...rest.rows]).toEqual(all.rows);
  expect(first.total).toBe(all.total);
  expect((await compare({ first: 0 })).rows).toEqual([]);
  expect(() => holdoutDifferences.input.parse({ model: "titanic", versions: [1, 2], first: 201 })).toThrow();
});

test("a version is not compared with itself, and other data is no common ground", async () => {
  await expect(compare({ versions: [1, 1] })).rejects.toMatchObject({ code: "INVALID_INPUT" });
  await expect(compare({ versions: [1, 99] })).rejects.toMatchObject({ code: "NOT_FOUND" });
  const { database } = setup;
  const { id, datasetId } = await database.modelVersion.findFirstOrThrow({
    where: { version: 2, model: { name: "titanic" } },
  });
  const other = await database.dataset.findFirstOrThrow({ where: { name: "cars" } });
  await database.modelVersion.update({ where: { id }, data: { datasetId: other.id } });
  await expect(compare()).rejects.toMatchObject({
    code: "CONFLICT",
    message: expect.stringContaining("different data"),
  });
  await database.modelVersion.update({ where: { id }, data: { datasetId: null } });
  await expect(compare()).rejects.toMatchObject({
    code: "CONFLICT",
    message: expect.stringContaining("not trained here"),
  });
  await database.modelVersion.update({ where: { id }, data: { datasetId } });
});
