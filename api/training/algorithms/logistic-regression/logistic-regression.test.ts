import { expect, test } from "vitest";
import { loadDataset } from "../../../datasets/load-dataset.ts";
import { type Examples, selectExamples, trainingExamples } from "../../../datasets/training-examples.ts";
import type { FeatureValues } from "../../../models/definitions/define-model.ts";
import { defineModel } from "../../../models/definitions/define-model.ts";
import { penguins } from "../../../models/definitions/penguins.ts";
import { titanic } from "../../../models/definitions/titanic.ts";
import { checkParity } from "../../onnx/check-parity.ts";
import { encodeModel } from "../../onnx/onnx-model.ts";
import { splitExamples } from "../../split-rows.ts";
import { logisticRegression } from "./logistic-regression.ts";
import penguinsReference from "./testing/penguins-reference.json" with { type: "json" };
import reference from "./testing/titanic-reference.json" with { type: "json" };

const never = new AbortController().signal;

function examplesOf(cases: readonly FeatureValues[]): Examples {
  const columns = titanic.features.map((feature) => feature.name);
  // The age group is read off an age: 10 is a child's, 40 an adult's.
  const rows = cases.map((features) =>
    columns.map((name) => (name === "age_group" ? (features[name] === "child" ? "10" : "40") : String(features[name]))),
  );
  return trainingExamples(
    {
      columns: ["sex", "pclass", "embarked", "age", "survived"],
      rows: rows.map((row) => [...row, "0"]),
    },
    titanic,
  );
}

async function titanicTraining() {
  const examples = trainingExamples(await loadDataset("titanic"), titanic);
  const split = splitExamples(examples.target, reference.testSize, reference.seed);
  return selectExamples(examples, split.train);
}

test("titanic's 36 inputs: within 1e-6 of scikit-learn's probabilities on the same rows", async () => {
  const examples = await titanicTraining();
  expect(examples.count).toBe(reference.trainRows);
  const fitted = await logisticRegression.train({
    examples,
    definition: titanic,
    params: logisticRegression.parseParams({}),
    signal: never,
    onProgress: async () => {},
  });
  const inputs = examplesOf(reference.cases.map((item) => item.features));
  const probabilities = fitted.predict(inputs.features, inputs.count);
  expect(inputs.count).toBe(36);
  for (const [row, { survived }] of reference.cases.entries()) {
    expect(
      Math.abs((probabilities[2 * row + 1] as number) - survived),
      JSON.stringify(reference.cases[row]),
    ).toBeLessThan(1e-7);
  }
  // What is told of it is what it computes: the log-odds of the second class.
  const learned = fitted.coefficients?.() ?? [];
  expect(new Set(learned.map((each) => each.class))).toEqual(new Set(["1"]));
  for (const { features, survived } of reference.cases) {
    const given: FeatureValues = features;
    const score = learned
      .filter(({ feature, category }) => feature === null || given[feature] === category)
      .reduce((sum, { value }) => sum + value, 0);
    expect(1 / (1 + Math.exp(-score))).toBeCloseTo(survived, 6);
  }
});

test.each([1e-3, 1, 1e6])("the ONNX file says what the trainer says: titanic with C = %d", async (C) => {
  const examples = await titanicTraining();
  const fitted = await logisticRegression.train({
    examples,
    definition: titanic,
    params: logisticRegression.parseParams({ C }),
    signal: never,
    onProgress: async () => {},
  });
  const parity = await checkParity(encodeModel(fitted.toOnnx(), {}), fitted, examples, ["0", "1"], never);
  expect(parity).toMatchObject({ rows: 783, combinations: 36 });
});

async function penguinsTraining() {
  const examples = trainingExamples(await loadDataset("penguins"), penguins);
  const split = splitExamples(examples.target, penguinsReference.testSize, penguinsReference.seed);
  return selectExamples(examples, split.train);
}

test("a dozen penguins: within 1e-6 of scikit-learn's probabilities of three species", async () => {
  const examples = await penguinsTraining();
  expect(examples.count).toBe(penguinsReference.trainRows);
  const fitted = await logisticRegression.train({
    examples,
    definition: penguins,
    params: logisticRegression.parseParams({}),
    signal: never,
    onProgress: async () => {},
  });
  const columns = [...penguins.features.map(({ name }) => name), "species"];
  const rows = penguinsReference.cases.map(({ features }) => [...Object.values(features).map(String), "Gentoo"]);
  expect(Object.keys(penguinsReference.cases[0]?.features ?? {})).toEqual(columns.slice(0, -1));
  const inputs = trainingExamples({ columns, rows }, penguins);
  const probabilities = [...fitted.predict(inputs.features, inputs.count)];
  const wanted = penguinsReference.cases.flatMap((item) => Object.values(item.probabilities));
  expect(probabilities).toHaveLength(36);
  for (const [index, value] of wanted.entries()) {
    expect(Math.abs((probabilities[index] as number) - value), `case ${Math.floor(index / 3)}`).toBeLessThan(1e-6);
  }
});

test.each([1e-3, 1, 1e6])("the ONNX file says what the trainer says: penguins with C = %d", async (C) => {
  const examples = await penguinsTraining();
  const fitted = await logisticRegression.train({
    examples,
    definition: penguins,
    params: logisticRegression.parseParams({ C }),
    signal: never,
    onProgress: async () => {},
  });
  const species = penguins.target.classes?.map(({ value }) => value) ?? [];
  const parity = await checkParity(encodeModel(fitted.toOnnx(), {}), fitted, examples, species, never);
  expect(parity).toMatchObject({ rows: 250, combinations: 6 });
});

test("a class without a row is an error, as is more than can be solved at once", async () => {
  const train = (examples: Examples) =>
    logisticRegression.train({
      examples,
      definition: penguins,
      params: logisticRegression.parseParams({}),
      signal: never,
      onProgress: async () => {},
    });
  const examples = await penguinsTraining();
  const twoSpecies = [...examples.target].flatMap((code, index) => (code < 2 ? [index] : []));
  await expect(train(selectExamples(examples, twoSpecies))).rejects.toMatchObject({ code: "INVALID_INPUT" });
  const [island, ...others] = examples.features;
  if (island?.kind !== "CATEGORICAL") throw new Error("island is categorical");
  const many = { ...island, categories: Array.from({ length: 400 }, (_, index) => `island ${index}`) };
  await expect(train({ ...examples, features: [many, ...others] })).rejects.toThrow("at most 1000");
});

const mixed = defineModel({
  name: "mixed",
  title: "Mixed",
  description: "Numbers, one of them optional and large, and a category.",
  task: "BINARY_CLASSIFICATION",
  target: {
    column: "y",
    description: "y",
    classes: [
      { value: "no", label: "no" },
      { value: "yes", label: "yes" },
    ],
  },
  features: [
    { kind: "NUMERIC", name: "year", description: "year", question: "year?" },
    {
      kind: "CATEGORICAL",
      name: "colour",
      description: "colour",
      question: "colour?",
      required: false,
      categories: [
        { value: "red", label: "red" },
        { value: "blue", label: "blue" },
      ],
    },
    {
      kind: "NUMERIC",
      name: "mass",
      description: "mass",
      question: "mass?",
      required: false,
    },
  ],
  dataset: "titanic",
  defaultAlgorithm: "logistic_regression",
});

test("numbers are standardised in the graph, and what is missing of an optional feature counts the same in both", async () => {
  const rows = Array.from({ length: 60 }, (_, i) => [
    String(2000 + (i % 9)),
    i % 7 === 0 ? null : i % 2 ? "red" : "blue",
    i % 5 === 0 ? null : String(3_000_000.1 + 17.3 * i),
    (i * 7) % 11 > 4 ? "yes" : "no",
  ]);
  const examples = trainingExamples({ columns: ["year", "colour", "mass", "y"], rows }, mixed);
  const fitted = await logisticRegression.train({
    examples,
    definition: mixed,
    params: logisticRegression.parseParams({ C: 10 }),
    signal: never,
    onProgress: async () => {},
  });
  const parity = await checkParity(encodeModel(fitted.toOnnx(), {}), fitted, examples, ["no", "yes"], never);
  expect(parity).toMatchObject({ rows: 60, combinations: 2 });
});

test("a file that says something else is found out", async () => {
  const examples = await titanicTraining();
  const train = (C: number) =>
    logisticRegression.train({
      examples,
      definition: titanic,
      params: { C, maxIterations: 100 },
      signal: never,
      onProgress: async () => {},
    });
  const [one, other] = await Promise.all([train(1), train(1.001)]);
  await expect(checkParity(encodeModel(other.toOnnx(), {}), one, examples, ["0", "1"], never)).rejects.toThrow(
    /differs/,
  );
});

test("progress tells each iteration, and an aborted training stops with the reason", async () => {
  const examples = await titanicTraining();
  const controller = new AbortController();
  const messages: string[] = [];
  const training = logisticRegression.train({
    examples,
    definition: titanic,
    params: logisticRegression.parseParams({}),
    signal: controller.signal,
    onProgress: async ({ message }) => {
      messages.push(message);
      if (messages.length === 2) controller.abort(new Error("enough"));
    },
  });
  await expect(training).rejects.toThrow("enough");
  expect(messages).toHaveLength(2);
  expect(messages[0]).toBe("Iteration 0: log loss 0.693147 on the training rows");
});

test("maxIterations that are too few fail with a sentence on what to do", async () => {
  const training = logisticRegression.train({
    examples: await titanicTraining(),
    definition: titanic,
    params: logisticRegression.parseParams({ maxIterations: 1 }),
    signal: never,
    onProgress: async () => {},
  });
  await expect(training).rejects.toThrow(/maxIterations/);
});

test.each([
  { C: 0 },
  { C: -1 },
  { C: 1e7 },
  { C: Number.NaN },
  { C: "1" },
  { maxIterations: 0 },
  { maxIterations: 1.5 },
  { depth: 3 },
  [],
])("bad parameters are refused: %j", (params) => {
  expect(() => logisticRegression.parseParams(params)).toThrow(expect.objectContaining({ code: "INVALID_INPUT" }));
});
