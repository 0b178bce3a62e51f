import { afterAll, beforeAll, expect, test } from "vitest";
import { planAction, runAction } from "../actions/run-action.ts";
import { openTrainingSetup, type TrainingSetup } from "../training/testing/training-setup.ts";
import { promoteVersion } from "./promote-version.ts";

let setup: TrainingSetup;
beforeAll(async () => {
  setup = await openTrainingSetup();
  setup.startWorker();
});
afterAll(() => setup.close());

const gateOf = async (model: string, version: number) => {
  const { plan } = await planAction(promoteVersion, { model, version }, setup.scope, new Date(0));
  return plan.gates.find(({ name }) => name === "baseline");
};

test.each([
  ["titanic", /^Version 1 beats its baseline on the rows held out: log loss 0\.\d+, against 0\.\d+ of guessing/],
  ["penguins", /^Version 1 beats its baseline on the rows held out: log loss 0\.0\d+, against 1\.0\d of guessing/],
  [
    "cars",
    /^Version 1 beats its baseline on the rows held out: RMSE 3\.86, against 8\.41 of always saying the mean\.$/,
  ],
])("a trained version of %s beats its baseline, by a measure of which less is better", async (model, detail) => {
  await setup.ended(await setup.train({ model }));
  expect(await gateOf(model, 1)).toEqual({ name: "baseline", passed: true, detail: expect.stringMatching(detail) });
});

const measuredAs = (metrics: { name: string; value: number; split: string }[]) =>
  setup.database.modelVersion.updateMany({ where: { model: { name: "cars" } }, data: { metrics } });

test("one that is worse than saying the mean is refused, with the figures", async () => {
  await measuredAs([
    { name: "rmse", value: 9.5, split: "holdout" },
    { name: "baseline_rmse", value: 8.41, split: "holdout" },
  ]);
  await expect(runAction(promoteVersion, { model: "cars", version: 1 }, setup.scope)).rejects.toMatchObject({
    code: "CONFLICT",
    message: expect.stringContaining("RMSE 9.5, against 8.41"),
  });
});

test("one that was not measured has no such gate", async () => {
  await measuredAs([{ name: "rmse", value: 9.5, split: "train" }]);
  expect(await gateOf("cars", 1)).toBeUndefined();
  await runAction(promoteVersion, { model: "cars", version: 1 }, setup.scope);
});
