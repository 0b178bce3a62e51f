import { expect, test } from "vitest";
import { scaleOf } from "./chart-scale.ts";

test.each([
  { values: [0.44, 0.69], ticks: [0.4, 0.5, 0.6, 0.7] },
  { values: [0, 1], ticks: [0, 0.5, 1] },
  { values: [-3, 12], ticks: [-5, 0, 5, 10, 15] },
  { values: [20_100, 39_000], ticks: [20_000, 25_000, 30_000, 35_000, 40_000] },
])("$values are marked at $ticks", ({ values, ticks }) => {
  expect(scaleOf(values)).toEqual({ low: ticks[0], high: ticks.at(-1), ticks });
});

test.each([[[0.5]], [[0, 0]], [[-7, -7]]])("%j, all the same, has room around it", (values) => {
  const { low, high, ticks } = scaleOf(values);
  expect(low).toBeLessThanOrEqual(Math.min(...values));
  expect(high).toBeGreaterThanOrEqual(Math.max(...values));
  expect(high).toBeGreaterThan(low);
  expect(ticks.length).toBeGreaterThan(1);
});
