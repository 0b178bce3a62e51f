import { afterAll, beforeAll, expect, test } from "vitest";
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

test("a holdout that can't be says what can", async () => {
  await expect(setup.train({ testSize: 5 })).rejects.toThrow("between 0.05 and 0.95: 0.3 holds out 30% of the rows");
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
