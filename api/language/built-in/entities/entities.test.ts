import { expect, test } from "vitest";
import { evaluationContexts } from "../../evaluation/contexts.ts";
import { readMessage } from "../text/read-message.ts";
import { readTestSize } from "./test-size.ts";
import { readAlgorithm, readSeed } from "./training-options.ts";
import { modelOfVersions, resolveVersion } from "./versions.ts";

const context = evaluationContexts.registry;
const read = (text: string) => readMessage(text, context);

test.each([
  ["promote titanic", ["titanic"]],
  ["promote the titantic", ["titanic"]],
  ["remove penguin and cars", ["penguins", "cars"]],
  ["describe churn-2024", ["churn-2024"]],
  ["promote credit_risk_v2", ["credit_risk_v2"]],
  ["remove the foobar model", ["foobar"]],
  ["a 12-year-old with a GI-Joe", []],
  ["bill_length_mm=49.5 body_mass_g=3800", []],
  ["test_size=0.2 with random_forest", []],
  ["she is a role model", []],
])("finds the models of %j", (text, names) => {
  expect(read(text).models.map(({ name }) => name)).toEqual(names);
});

test.each([
  ["version two", [2]],
  ["v3", [3]],
  ["versions 1, 2 and 3", [1, 2, 3]],
  ["the second version", [2]],
  ["the latest", [3]],
  ["the previous version", [1]],
  ["the production version", [2]],
  ["titanic 3", [3]],
  ["titanic:3", [3]],
  ["the first and third versions", [1, 3]],
  ["the second and the first version", [2, 1]],
  ["compare them, then promote 3", [3]],
  ["archive 2 and train anew", [2]],
  ["verison tow", [2]],
  ["titanic one, two and three", [1, 2, 3]],
  ["retire number two", [2]],
  ["version second of titanic", [2]],
  ["archive 1 and 3", [1, 3]],
])("finds the versions of %j", (text, numbers) => {
  const known = modelOfVersions("titanic", context);
  expect(read(text).versions.map((mention) => resolveVersion(mention, known, undefined))).toEqual(numbers);
});

test.each([
  "a V8, 350 cubic inches and 150 hp",
  "the v6 engine",
  "an old V-8",
  "302 cid V8, 140 horses",
  "cars 2100 lbs 70 hp",
  "cars: 4 cylinders, 90 hp",
  "titanic: 22, male",
  "archive 2 models",
  "first and third class",
  "titanic 22 year old man",
  "the titanic one",
  "cars two doors",
  "train cars with max_iter=3",
])("finds no version in %j", (text) => {
  expect(read(text).versions).toEqual([]);
});

test.each([
  ["cars v4: 4 cylinders, 90 hp", [4]],
  ["predict with v4 for 90 hp", [4]],
  ["promote v6", [6]],
])("finds the version beside engines in %j", (text, numbers) => {
  expect(read(text).versions.map(({ number }) => number)).toEqual(numbers);
});

test.each([
  ["30% held out", 0.3],
  ["with a third for testing", 0.3333],
  ["an 80/20 split", 0.2],
  ["70-30 split", 0.3],
  ["test size 0.25", 0.25],
  ["for 2 of 5 days with 20% held out", 0.2],
  ["with 10% held out and keep 3 of 4 features", 0.1],
  ["with a holdout of 30 percent", 0.3],
  ["on 70% of the data", 0.3],
])("reads the test size of 'train titanic %s'", (words, value) => {
  const { tokens } = read(`train titanic ${words}`);
  expect(readTestSize(tokens, 0, tokens.length, new Set())).toMatchObject({ value });
});

test.each([
  "a holdout of 0",
  "a holdout of 1",
  "a holdout of 5",
  "a holdout of -1",
  "a holdout of lots",
  "150% held out",
  "0% held out",
])("refuses %j", (words) => {
  const { tokens } = read(`train titanic with ${words}`);
  expect(readTestSize(tokens, 0, tokens.length, new Set())).toMatchObject({ impossible: true });
});

test("takes a seed for no test size", () => {
  const { tokens } = read("train titanic with seed 42 using gradient boosting");
  expect(readSeed(tokens, 0, tokens.length)?.value).toBe(42);
  expect(readAlgorithm(tokens, 0, tokens.length)?.value).toBe("gradient_boosting");
  const seed = readSeed(tokens, 0, tokens.length);
  expect(readTestSize(tokens, 0, tokens.length, new Set([seed?.last ?? -1]))).toBeUndefined();
});
