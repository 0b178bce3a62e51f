import { expect, test } from "vitest";
import { loadDataset } from "../../../datasets/load-dataset.ts";
import { selectExamples, trainingExamples } from "../../../datasets/training-examples.ts";
import { cars } from "../../../models/definitions/cars.ts";
import { defineModel } from "../../../models/definitions/define-model.ts";
import { evaluate } from "../../metrics.ts";
import { checkParity } from "../../onnx/check-parity.ts";
import { encodeModel } from "../../onnx/onnx-model.ts";
import { splitExamples, strataOf } from "../../split-rows.ts";
import type { Trainer } from "../trainer.ts";
import { linearRegression, ridgeRegression } from "./ridge-regression.ts";
import reference from "./testing/cars-reference.json" with { type: "json" };

const never = new AbortController().signal;

async function carsParts() {
  const examples = trainingExamples(await loadDataset("cars"), cars);
  const split = splitExamples(strataOf(examples, cars.task), reference.testSize, reference.seed);
  return { train: selectExamples(examples, split.train), test: selectExamples(examples, split.test) };
}

async function fitCars(trainer: Trainer, params: object = {}) {
  const { train } = await carsParts();
  const onProgress = async () => {};
  return trainer.train({
    examples: train,
    definition: cars,
    params: trainer.parseParams(params),
    signal: never,
    onProgress,
  });
}

test.each([
  ["ridge", ridgeRegression],
  ["linear", linearRegression],
] as const)("a dozen cars: %s within 1e-8 (relative) of scikit-learn's", async (name, trainer) => {
  const fitted = await fitCars(trainer);
  const columns = [...cars.features.map((feature) => feature.name), "miles_per_gallon"];
  expect(Object.keys(reference.cases[0]?.features ?? {})).toEqual(columns.slice(0, -1));
  const rows = reference.cases.map(({ features }) => [...Object.values(features).map(String), "0"]);
  const inputs = trainingExamples({ columns, rows }, cars);
  const predicted = fitted.predict(inputs.features, inputs.count);
  expect(predicted).toHaveLength(12);
  for (const [row, item] of reference.cases.entries()) {
    expect(Math.abs((predicted[row] as number) / item[name] - 1), JSON.stringify(item)).toBeLessThan(1e-8);
  }
});

test("its coefficients are told: one of each category and number, and the intercept", async () => {
  const { train } = await carsParts();
  const learned = (await fitCars(ridgeRegression)).coefficients?.() ?? [];
  expect(learned.map(({ feature, category }) => [feature, category].filter(Boolean).join("="))).toEqual([
    "",
    ...["USA", "Europe", "Japan"].map((origin) => `origin=${origin}`),
    ...cars.features.filter(({ kind }) => kind === "NUMERIC").map(({ name }) => name),
  ]);
  // Numbers are centred, and what categories add to the mean car is their mean: together the mean of the target.
  const [intercept] = learned;
  const origin = train.features.find(({ name }) => name === "origin");
  const codes = origin?.kind === "CATEGORICAL" ? [...origin.codes] : [];
  const added = codes.reduce((sum, code) => sum + (learned[code + 1]?.value ?? Number.NaN), 0) / train.count;
  const mean = train.target.reduce((sum, value) => sum + value, 0) / train.count;
  expect((intercept?.value ?? 0) + added).toBeCloseTo(mean, 8);
});

test("the holdout's metrics are scikit-learn's", async () => {
  const parts = await carsParts();
  expect(parts.train.count).toBe(reference.trainRows);
  const metrics = evaluate(await fitCars(ridgeRegression), cars, parts).filter(({ split }) => split === "holdout");
  for (const { name, value } of metrics) {
    expect(value, name).toBeCloseTo(reference.metrics[name as keyof typeof reference.metrics], 6);
  }
  expect(metrics.map(({ name }) => name)).toEqual(Object.keys(reference.metrics));
});

test.each([
  [ridgeRegression, { alpha: 1e-3 }],
  [ridgeRegression, {}],
  [ridgeRegression, { alpha: 1e6 }],
  [linearRegression, {}],
])("the ONNX file says what the trainer says: %#", async (trainer, params) => {
  const { train } = await carsParts();
  const fitted = await fitCars(trainer, params);
  const parity = await checkParity(encodeModel(fitted.toOnnx(), {}), fitted, train, [], never);
  expect(parity).toMatchObject({ rows: 294, combinations: 3 });
  expect(parity.largestDifference).toBeLessThan(1e-12);
});

test("a file that says something else is found out", async () => {
  const { test: holdout } = await carsParts();
  const [one, other] = [await fitCars(ridgeRegression), await fitCars(ridgeRegression, { alpha: 1.01 })];
  await expect(checkParity(encodeModel(other.toOnnx(), {}), one, holdout, [], never)).rejects.toThrow(/differs/);
});

const line = defineModel({
  name: "line",
  title: "Line",
  description: "A number from two that say the same, and one that is always the same.",
  task: "REGRESSION",
  target: { column: "y", description: "y" },
  features: ["a", "twice_a", "constant"].map((name) => ({
    kind: "NUMERIC" as const,
    name,
    description: name,
    question: `${name}?`,
    required: name !== "constant",
  })),
  dataset: "cars",
  defaultAlgorithm: "linear_regression",
});

test("columns that depend on each other, or never change, do no harm", async () => {
  const rows = Array.from({ length: 10 }, (_, i) => [
    String(i),
    String(2 * i),
    i === 3 ? null : "7",
    String(5 + 3 * i),
  ]);
  const examples = trainingExamples({ columns: ["a", "twice_a", "constant", "y"], rows }, line);
  const fitted = await linearRegression.train({
    examples,
    definition: line,
    params: {},
    signal: never,
    onProgress: async () => {},
  });
  expect(fitted.predict(examples.features, examples.count)[9]).toBeCloseTo(32, 9);
  await checkParity(encodeModel(fitted.toOnnx(), {}), fitted, examples, [], never);
});

test("an aborted training stops with the reason", async () => {
  const { train } = await carsParts();
  const signal = AbortSignal.abort(new Error("enough"));
  const training = ridgeRegression.train({
    examples: train,
    definition: cars,
    params: ridgeRegression.parseParams({}),
    signal,
    onProgress: async () => {},
  });
  await expect(training).rejects.toThrow("enough");
});

test.each([{ alpha: 0 }, { alpha: -1 }, { alpha: Number.NaN }, { alpha: "1" }, { C: 1 }, []])(
  "bad parameters are refused: %j",
  (params) => {
    expect(() => ridgeRegression.parseParams(params)).toThrow(expect.objectContaining({ code: "INVALID_INPUT" }));
  },
);
