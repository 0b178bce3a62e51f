import { expect, test } from "vitest";
import { curveOf } from "./curve-of.ts";

test("a curve goes over the steps", () => {
  const told = [
    { step: 0, value: 3 },
    { step: 10, value: 2 },
  ];
  expect(curveOf(told)).toEqual({
    xName: "Step",
    points: [
      { x: 0, y: 3 },
      { x: 10, y: 2 },
    ],
  });
});

test("where steps repeat it goes over the measurements", () => {
  const told = [
    { step: 0, value: 3 },
    { step: 0, value: 2 },
  ];
  expect(curveOf(told)).toEqual({
    xName: "Measurement",
    points: [
      { x: 1, y: 3 },
      { x: 2, y: 2 },
    ],
  });
});

test("what is no number is left out", () => {
  expect(
    curveOf([
      { step: 0, value: null },
      { step: 1, value: 2 },
    ]).points,
  ).toEqual([{ x: 1, y: 2 }]);
});
