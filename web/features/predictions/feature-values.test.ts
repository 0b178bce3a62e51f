import { expect, test } from "vitest";
import { type FormFeature, readForm, textsOf } from "./feature-values.ts";
import { probabilityOf } from "./probabilities.ts";

const features: FormFeature[] = [
  { name: "sex", kind: "CATEGORICAL", required: true },
  { name: "fare", kind: "NUMERIC", required: true, min: 0, max: 500 },
  { name: "note", kind: "CATEGORICAL", required: false },
];

test("a complete form gives typed values and leaves out what is optional and empty", () => {
  expect(readForm(features, { sex: "male", fare: "7.5" })).toEqual({
    values: { sex: "male", fare: 7.5 },
    problems: {},
  });
});

test.each([
  ["", "This is needed for a prediction."],
  ["lots", "Write a number."],
  ["-1", "At least 0."],
  ["501", "At most 500."],
  ["Infinity", "Write a number."],
])("a fare of %j is refused", (fare, problem) => {
  const read = readForm(features, { sex: "male", fare });
  expect(read.problems).toEqual({ fare: problem });
  expect(read.values).not.toHaveProperty("fare");
});

test("known values become the form's first texts", () => {
  expect(textsOf({ sex: "male", fare: 3, bad: null })).toEqual({ sex: "male", fare: "3" });
  expect(textsOf(null)).toEqual({});
});

test("the probability of a class", () => {
  expect(probabilityOf({ "0": 0.25, "1": 0.75 }, 1)).toBe(0.75);
  expect(probabilityOf(null, "1")).toBeUndefined();
  expect(probabilityOf({ "0": 1 }, "1")).toBeUndefined();
});
