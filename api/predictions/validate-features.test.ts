import { expect, test } from "vitest";
import { cars } from "../models/definitions/cars.ts";
import { defineModel } from "../models/definitions/define-model.ts";
import { titanic } from "../models/definitions/titanic.ts";
import { InvalidInputError } from "../platform/errors.ts";
import { featuresJsonSchema, validateFeatures } from "./validate-features.ts";

const ball = defineModel({
  name: "ball",
  title: "Ball",
  description: "A number with a range.",
  task: "REGRESSION",
  target: { column: "weight", description: "Weight", unit: "g" },
  features: [
    { kind: "NUMERIC", name: "width", description: "Width", question: "How wide?", unit: "mm", min: 0, max: 300 },
  ],
  dataset: "titanic",
  defaultAlgorithm: "logistic_regression",
});

function issuesOf(act: () => unknown) {
  try {
    act();
  } catch (error) {
    if (error instanceof InvalidInputError) return error.issues;
    throw error;
  }
  throw new Error("nothing was refused");
}

test("values, labels in any case, and numbers that are a value's text become canonical values in the definition's order", () => {
  expect(validateFeatures(titanic, { age_group: "ADULT", embarked: "cherbourg", pclass: 3, sex: " Female " })).toEqual({
    values: { sex: "female", pclass: "3", embarked: "C", age_group: "adult" },
    missing: [],
  });
  expect(validateFeatures(titanic, { pclass: "first class" }).values).toEqual({ pclass: "1" });
});

test("what is not given or null is missing, in the definition's order", () => {
  expect(validateFeatures(titanic, { embarked: "S", sex: null })).toEqual({
    values: { embarked: "S" },
    missing: ["sex", "pclass", "age_group"],
  });
});

test.each([
  [{ pclass: "fourth class" }, "features.pclass", "1 (first class), 2 (second class), 3 (third class)"],
  [{ pclass: 4 }, "features.pclass", '"4"'],
  [{ pclass: "" }, "features.pclass", "one of"],
  [{ pclass: Number.NaN }, "features.pclass", '"NaN"'],
  [{ sex: true }, "features.sex", "a boolean"],
  [{ sex: ["male"] }, "features.sex", "a list"],
  [{ sex: { toString: "male" } }, "features.sex", "an object"],
  [{ cabin: "B5" }, "features.cabin", "sex, pclass, embarked, age_group"],
  [{ constructor: "x" }, "features.constructor", "no feature"],
  [JSON.parse('{"__proto__": "x"}'), "features.__proto__", "no feature"],
])("%j is refused", (features, path, message) => {
  expect(issuesOf(() => validateFeatures(titanic, features))).toEqual([
    { path, message: expect.stringContaining(message) },
  ]);
});

test("each bad feature is an issue of its own", () => {
  expect(issuesOf(() => validateFeatures(titanic, { sex: "x", pclass: 9, deck: 1, embarked: "S" }))).toHaveLength(3);
});

test.each([[null], [undefined], ["sex=male"], [7], [[]]])("features that are no object: %j", (features) => {
  expect(issuesOf(() => validateFeatures(titanic, features))).toMatchObject([{ path: "features" }]);
});

test.each([["12"], [Number.NaN], [Number.POSITIVE_INFINITY], [-1], [301], [true]])(
  "a number that can't be: %j",
  (width) => {
    expect(issuesOf(() => validateFeatures(ball, { width }))).toMatchObject([{ path: "features.width" }]);
  },
);

test.each([
  [{ cylinders: 4.5 }, "features.cylinders", "whole number"],
  [{ model_year: 76 }, "features.model_year", "at least 1970"],
  [{ weight_lbs: "3504" }, "features.weight_lbs", "a number"],
])("cars: %j is refused", (features, path, message) => {
  expect(issuesOf(() => validateFeatures(cars, features))).toEqual([
    { path, message: expect.stringContaining(message) },
  ]);
});

test("a number in range is kept", () => {
  expect(validateFeatures(ball, { width: 12.5 })).toEqual({ values: { width: 12.5 }, missing: [] });
});

test("the schema of an answer requires what is missing and knows every category", () => {
  const schema = featuresJsonSchema(titanic, ["embarked", "age_group"]);
  expect(schema).toMatchObject({
    $schema: "https://json-schema.org/draft/2020-12/schema",
    required: ["embarked", "age_group"],
    additionalProperties: false,
    properties: { embarked: { type: "string", enum: ["C", "Q", "S"] }, age_group: { enum: ["child", "adult"] } },
  });
  expect(featuresJsonSchema(ball, ["width"])).toMatchObject({
    properties: { width: { type: "number", minimum: 0, maximum: 300 } },
  });
  expect(featuresJsonSchema(cars, [])).toMatchObject({
    properties: {
      cylinders: { type: "integer", minimum: 3, maximum: 8 },
      weight_lbs: { type: "number", "x-unit": "lbs" },
      origin: { enum: ["USA", "Europe", "Japan"] },
    },
  });
});
