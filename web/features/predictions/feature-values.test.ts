import { expect, test } from "vitest";
import { type FormFeature, rangeInWords, readForm, textsOf } from "./feature-values.ts";
import { classProbabilities, probabilityOf } from "./probabilities.ts";

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

test("a count is a whole number; another number may have decimals", () => {
  const counts: FormFeature[] = [
    { name: "cylinders", kind: "NUMERIC", required: true, integer: true },
    { name: "bill_length_mm", kind: "NUMERIC", required: true },
  ];
  expect(readForm(counts, { cylinders: "4.5", bill_length_mm: "39.1" })).toEqual({
    values: { bill_length_mm: 39.1 },
    problems: { cylinders: "Write a whole number." },
  });
});

test("a range in words", () => {
  expect(rangeInWords({ min: 30, max: 60, unit: "mm" })).toBe("From 30 to 60 mm.");
  expect(rangeInWords({ min: 0, max: null })).toBe("From 0.");
  expect(rangeInWords({ unit: "mm" })).toBe("");
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

test("all classes, the likeliest first; a regression has none", () => {
  expect(classProbabilities({ Adelie: 0.1, Gentoo: 0.7, Chinstrap: 0.2 })).toEqual([
    ["Gentoo", 0.7],
    ["Chinstrap", 0.2],
    ["Adelie", 0.1],
  ]);
  expect(classProbabilities(null)).toEqual([]);
});
