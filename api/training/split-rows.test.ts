import { expect, test } from "vitest";
import { cars } from "../models/definitions/cars.ts";
import { penguins } from "../models/definitions/penguins.ts";
import { titanic } from "../models/definitions/titanic.ts";
import { mulberry32 } from "./random.ts";
import { splitExamples, splitOf } from "./split-rows.ts";

const strata = Array.from({ length: 103 }, (_, i) => (i % 10 < 3 ? 1 : 0));

test("the parts are whole, disjoint and stratified", () => {
  const { train, test } = splitExamples(strata, 0.3, 42);
  expect([...train, ...test].toSorted((a, b) => a - b)).toEqual(strata.map((_, index) => index));
  expect(test).toHaveLength(31);
  expect(test.filter((position) => strata[position] === 1)).toHaveLength(10);
});

test("the same seed splits the same way, another one does not", () => {
  expect(splitExamples(strata, 0.3, 42)).toEqual(splitExamples(strata, 0.3, 42));
  expect(splitExamples(strata, 0.3, 43).test).not.toEqual(splitExamples(strata, 0.3, 42).test);
});

test("mulberry32 gives the published sequence, so that others can reproduce a split", () => {
  const random = mulberry32(1);
  expect([random(), random(), random()].map((value) => value * 2 ** 32)).toEqual([2693262067, 11749833, 2265367787]);
});

test("titanic's rows by seed stay what they were", async () => {
  const split = await splitOf({ dataset: "titanic", definition: titanic, testSize: 0.25, seed: 42 });
  expect(split.train.slice(0, 5)).toEqual([0, 3, 4, 5, 6]);
  expect([split.train.length, split.test.length, split.dropped]).toEqual([783, 261, 265]);
});

test("penguins are held out species by species, cars as they come", async () => {
  const ofPenguins = await splitOf({ dataset: "penguins", definition: penguins, testSize: 0.25, seed: 42 });
  expect([ofPenguins.train.length, ofPenguins.test.length, ofPenguins.dropped]).toEqual([250, 83, 11]);
  // The file has 152 Adelie, then 124 Gentoo, then 68 Chinstrap: a quarter of the whole rows of each.
  const species = (row: number) => (row < 152 ? "Adelie" : row < 276 ? "Gentoo" : "Chinstrap");
  const held = ofPenguins.test.map(species);
  expect(["Adelie", "Gentoo", "Chinstrap"].map((name) => held.filter((said) => said === name).length)).toEqual([
    36, 30, 17,
  ]);
  const ofCars = await splitOf({ dataset: "cars", definition: cars, testSize: 0.25, seed: 42 });
  expect([ofCars.train.length, ofCars.test.length, ofCars.dropped]).toEqual([294, 98, 14]);
  expect(ofCars.test.slice(0, 5)).toEqual([4, 8, 21, 22, 23]);
});

test("rows of another file than the run's are not told", async () => {
  const run = { dataset: "titanic", sha256: "0".repeat(64), definition: titanic, testSize: 0.25, seed: 42 };
  await expect(splitOf(run)).rejects.toMatchObject({ code: "CONFLICT" });
});

test.each([0.05, 0.5, 0.95])("every class is on either side, however rare: %d", (testSize) => {
  const rare = [1, 1, ...Array.from({ length: 40 }, () => 0)];
  const { train, test } = splitExamples(rare, testSize, 0);
  for (const part of [train, test]) expect(new Set(part.map((position) => rare[position]))).toEqual(new Set([0, 1]));
});

test.each([0, 1, 5, -1, Number.NaN, Number.POSITIVE_INFINITY, 0.01, 0.99])("a holdout of %d is refused", (testSize) => {
  expect(() => splitExamples(strata, testSize, 42)).toThrow(
    expect.objectContaining({ code: "INVALID_INPUT", message: expect.stringContaining("between 0.05 and 0.95") }),
  );
});

test("a class with one row can't be split", () => {
  expect(() => splitExamples([0, 0, 0, 1], 0.5, 42)).toThrow(expect.objectContaining({ code: "INVALID_INPUT" }));
});
