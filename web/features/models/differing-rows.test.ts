import { expect, test } from "vitest";
import { featuresInWords, predictionInWords } from "./differing-rows.ts";

test("features are named, missing ones left out", () => {
  expect(featuresInWords({ sex: "male", model_year: 1976, port: null })).toBe("Sex male, Model year 1,976");
  expect(featuresInWords(null)).toBe("");
});

test("a class has its probability, a number is one", () => {
  expect(predictionInWords({ value: "1", probabilities: { "0": 0.25, "1": 0.75 } })).toBe("1 (75.0%)");
  expect(predictionInWords({ value: 20.0987, probabilities: null })).toBe("20.1");
  expect(predictionInWords({ value: "1" })).toBe("1");
});
