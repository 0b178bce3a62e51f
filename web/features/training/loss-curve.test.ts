import { expect, test } from "vitest";
import { lossCurve, marksOf } from "./loss-curve.ts";

const step = (value: number) => ({ type: "PROGRESS", metrics: [{ name: "log_loss", value, split: "train" }] });
const plain = (type: string) => ({ type, metrics: [] });
const evaluated = {
  type: "PROGRESS",
  metrics: [
    { name: "log_loss", value: 0.44, split: "train" },
    { name: "log_loss", value: 0.45, split: "holdout" },
  ],
};

test("the curve is made of the steps alone, not of what the whole model was measured at", () => {
  const events = [plain("QUEUED"), plain("STARTED"), plain("PROGRESS"), step(0.69), step(0.5), evaluated];
  expect(lossCurve(events)).toEqual({
    measure: "log_loss",
    points: [
      { x: 0, y: 0.69 },
      { x: 1, y: 0.5 },
    ],
  });
});

test("a run that was taken up again has the curve of its last attempt", () => {
  const events = [plain("STARTED"), step(0.69), step(0.5), plain("RETRIED"), plain("STARTED"), step(0.7)];
  expect(lossCurve(events)?.points).toEqual([{ x: 0, y: 0.7 }]);
});

test("without steps there is no curve", () => expect(lossCurve([plain("STARTED"), evaluated])).toBeUndefined());

test("it is held against the rows held out, and against guessing, as far as they were measured", () => {
  const metrics = [
    { name: "log_loss", value: 0.45, split: "holdout" },
    { name: "log_loss", value: 0.44, split: "train" },
    { name: "baseline_log_loss", value: 0.66, split: "holdout" },
  ];
  expect(marksOf("log_loss", metrics)).toEqual([
    { name: "held out", y: 0.45 },
    { name: "baseline", y: 0.66 },
  ]);
  expect(marksOf("rmse", metrics)).toEqual([]);
});
