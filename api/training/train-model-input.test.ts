import { readFileSync } from "node:fs";
import { buildSchema } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createBuiltInInterpreter } from "../language/built-in/index.ts";
import { titanic } from "../models/definitions/titanic.ts";
import { splitExamples } from "./split-rows.ts";
import { testSizeRule } from "./test-size.ts";
import { openTrainingSetup, type TrainingSetup } from "./testing/training-setup.ts";

let setup: TrainingSetup;
beforeAll(async () => {
  setup = await openTrainingSetup();
});
afterAll(() => setup.close());

/** @returns the audit events that trying left; nothing else may be left */
async function auditOf(attempt: () => Promise<unknown>) {
  const before = await setup.database.auditEvent.count();
  await attempt();
  expect(await setup.database.trainingRun.count()).toBe(0);
  expect(await setup.database.model.count()).toBe(0);
  return setup.database.auditEvent.findMany({ orderBy: { seq: "asc" }, skip: before });
}

test.each([
  { testSize: 0 },
  { testSize: 1 },
  { testSize: 5 },
  { testSize: -1 },
  { testSize: Number.NaN },
  { testSize: Number.POSITIVE_INFINITY },
  { testSize: "lots" },
  { seed: -1 },
  { seed: 0.5 },
  { seed: 2 ** 31 },
  { dataset: "cars" },
  { params: [1] },
  { params: { C: 0 } },
  { params: { depth: 3 } },
  { params: "C=1" },
  { algorithm: "magic" },
  { model: "" },
  { model: 7 },
])("bad input is refused, audited, and nothing is queued: %j", async (input) => {
  const audit = await auditOf(() =>
    expect(setup.train(input)).rejects.toMatchObject({ code: "INVALID_INPUT", issues: [expect.anything()] }),
  );
  expect(audit).toMatchObject([{ action: "trainModel", outcome: "REFUSED" }]);
});

test("a holdout that can't be is told by one rule, whoever finds it", async () => {
  for (const testSize of [0.01, 5, "lots"]) {
    await expect(setup.train({ testSize })).rejects.toMatchObject({ message: testSizeRule });
  }
  expect(() => splitExamples([0, 1, 0, 1], 5, 1)).toThrow(testSizeRule);
  const field = buildSchema(readFileSync(new URL("../doors/graphql/schema.graphql", import.meta.url), "utf8"))
    .getType("TrainModelInput")
    ?.toConfig() as { fields: Record<string, { description?: string }> };
  expect(field.fields.testSize?.description).toBe(testSizeRule);
  const context = { models: [{ definition: titanic, registered: false, versions: [] }], focus: {} };
  const { intents } = await createBuiltInInterpreter().interpret("train titanic with a holdout of 5", context);
  expect(intents[0]?.problems).toMatchObject([{ slot: "testSize", message: testSizeRule }]);
});

test("a data set that lacks columns is refused before anything is queued, naming them", async () => {
  await expect(setup.train({ dataset: "cars" })).rejects.toThrow(
    "The data set cars has no columns sex, pclass, embarked, age, survived, which titanic is trained on. Train it on titanic.",
  );
});

test.each([{ model: "iceberg" }, { model: "\uD800" }, { dataset: "iceberg\0" }])(
  "what does not exist is not found: %j",
  async (input) => {
    const audit = await auditOf(() =>
      expect(setup.train(input)).rejects.toMatchObject({
        code: "NOT_FOUND",
        message: expect.stringContaining("titanic"),
      }),
    );
    expect(audit).toMatchObject([{ action: "trainModel", outcome: "REFUSED" }]);
  },
);
