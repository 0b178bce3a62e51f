import { expect, test } from "vitest";
import { quantileOf, spreadOf } from "./statistics.ts";

test("a quantile interpolates between its neighbours", () => {
  expect(quantileOf([1, 2, 3, 4], 0.5)).toBe(2.5);
  expect(quantileOf([10, 20, 30], 0.95)).toBeCloseTo(29);
  expect(quantileOf([7], 0.99)).toBe(7);
});

test("a spread does not depend on the order of its values", () => {
  expect(spreadOf([9, 1, 5])).toEqual({ median: 5, min: 1, max: 9 });
});

test("no values have no quantile", () => {
  expect(() => spreadOf([])).toThrow(RangeError);
});
