import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Scope } from "../../actions/define-action.ts";
import { planAction, runAction } from "../../actions/run-action.ts";
import { GatesFailedError } from "../../platform/errors.ts";
import { openTrainingSetup, type TrainingSetup } from "../../training/testing/training-setup.ts";
import { promoteVersion } from "../promote-version.ts";
import { rollback } from "../rollback.ts";
import { setDescription } from "../set-description.ts";
import { setPolicy } from "../set-policy.ts";

let setup: TrainingSetup;
beforeAll(async () => {
  setup = await openTrainingSetup();
  setup.startWorker();
  // 1 and 2 hold out the same rows, 3 others; 2 learned next to nothing.
  await setup.ended(await setup.train({ seed: 1 }));
  await setup.ended(await setup.train({ seed: 1, params: { C: 0.0001 } }));
  await setup.ended(await setup.train({ seed: 2, testSize: 0.05 }));
});
afterAll(() => setup.close());
beforeEach(() => setPolicyTo({}));

const setPolicyTo = (gates: object, more: object = {}, scope: Scope = setup.scope) =>
  runAction(setPolicy, { model: "titanic", gates, ...more }, scope);
const promote = (version: number) => runAction(promoteVersion, { model: "titanic", version }, setup.scope);
const checklist = async (version: number) => {
  const later = new Date(Date.now() + 60_000);
  try {
    return (await planAction(promoteVersion, { model: "titanic", version }, setup.scope, later)).plan.gates;
  } catch (error) {
    if (error instanceof GatesFailedError) return error.checklist;
    throw error;
  }
};
const gate = async (name: string, version: number) => (await checklist(version)).find((each) => each.name === name);

test("a policy is set as a whole, has a revision, and is audited", async () => {
  const first = await setPolicyTo({ parity: true });
  const again = await setPolicyTo({ description: true }, { approvals: 1, expectedRevision: first.revision });
  expect(again.revision).toBe(first.revision + 1);
  await expect(setPolicyTo({}, { expectedRevision: first.revision })).rejects.toMatchObject({ code: "CONFLICT" });
  const [event] = await setup.database.auditEvent.findMany({
    where: { action: "setPolicy", outcome: "DONE" },
    orderBy: { seq: "desc" },
    take: 1,
  });
  expect(event).toMatchObject({
    subject: "titanic",
    details: { revision: again.revision },
    before: { approvals: 0, gates: { parity: true, description: false } },
    after: { approvals: 1, gates: { parity: false, description: true } },
  });
  const actor = { ...setup.scope.actor, permissions: new Set(["models:write" as const]) };
  await expect(setPolicyTo({}, {}, { ...setup.scope, actor })).rejects.toMatchObject({ code: "FORBIDDEN" });
});

test.each([
  [{ metrics: [{ name: "accuracy" }] }, "must have atLeast"],
  [{ metrics: [{ name: "accuracy", atLeast: 2, atMost: 1 }] }, "above its atMost"],
  [{ metrics: Array(2).fill({ name: "accuracy", atLeast: 1 }) }, "twice"],
  [{ notWorse: { metric: "beauty" } }, "must be one of"],
  [{ notWorse: { tolerance: -1 } }, "at least 0"],
])("a policy of %j is refused", async (gates, why) => {
  await expect(setPolicyTo(gates)).rejects.toMatchObject({
    code: "INVALID_INPUT",
    message: expect.stringContaining(why),
  });
});

describe("the checklist", () => {
  test("has bounds on metrics, and what was not measured", async () => {
    await setPolicyTo({
      metrics: [
        { name: "accuracy", atLeast: 0.5 },
        { name: "log_loss", atMost: 0.01 },
        { name: "f1", atLeast: 0 },
      ],
    });
    expect(await checklist(1)).toMatchObject([
      { name: "artifact", passed: true },
      { name: "baseline", passed: true },
      { name: "metric accuracy", passed: true, detail: expect.stringMatching(/is 0\.\d+; it must be at least 0\.5/) },
      { name: "metric log_loss", passed: false, detail: expect.stringContaining("at most 0.01") },
      { name: "metric f1", passed: false, detail: expect.stringContaining("was not measured") },
    ]);
    await expect(promote(1)).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringMatching(/log_loss.*f1/),
    });
    expect(await setup.database.modelVersion.count({ where: { stage: "PRODUCTION" } })).toBe(0);
  });

  test("has a description, once there is one", async () => {
    await setPolicyTo({ description: true });
    expect(await gate("description", 1)).toMatchObject({ passed: false, detail: expect.stringContaining("Write one") });
    await runAction(setDescription, { model: "titanic", version: 1, description: " \n" }, setup.scope);
    expect(await gate("description", 1)).toMatchObject({ passed: false });
    await runAction(setDescription, { model: "titanic", version: 1, description: "For history lessons." }, setup.scope);
    expect(await gate("description", 1)).toMatchObject({ passed: true });
  });

  test("has parity: the file is run anew on the rows held out, and a file that is another's does not pass", async () => {
    await setPolicyTo({ parity: true });
    for (const version of [1, 2, 3]) expect(await gate("parity", version)).toMatchObject({ passed: true });
    const [first, second] = await setup.database.modelVersion.findMany({ orderBy: { version: "asc" } });
    const swap = (artifactSha256 = "") =>
      setup.database.modelVersion.update({ where: { id: first?.id ?? "" }, data: { artifactSha256 } });
    await swap(second?.artifactSha256);
    expect(await gate("parity", 1)).toMatchObject({ passed: false, detail: expect.stringContaining("other metrics") });
    await swap(first?.artifactSha256);
  });

  test("has not worse than production, on the rows that both held out", async () => {
    await setPolicyTo({ notWorse: {} });
    expect(await gate("not worse", 1)).toMatchObject({
      passed: true,
      detail: expect.stringContaining("worse than none"),
    });
    await promote(1);
    expect(await gate("not worse", 2)).toMatchObject({
      passed: false,
      detail: expect.stringMatching(
        /^Version 2 is worse than version 1, which is in production: log loss 0\.\d+ against 0\.\d+ on the \d+ rows/,
      ),
    });
    await setPolicyTo({ notWorse: { tolerance: 5 } });
    expect(await gate("not worse", 2)).toMatchObject({
      passed: true,
      detail: expect.stringContaining("5 worse is allowed"),
    });
    await setPolicyTo({ notWorse: { metric: "rmse" } });
    expect(await gate("not worse", 2)).toMatchObject({
      passed: false,
      detail: expect.stringContaining("can't be measured"),
    });
  });

  test("can't compare what held out other rows, or was trained elsewhere, and says what would do", async () => {
    await setPolicyTo({ notWorse: {}, parity: true });
    expect(await gate("not worse", 3)).toMatchObject({
      passed: false,
      detail: expect.stringMatching(/rows in common; train with the share 0\.25 and the seed 1 of version 1/),
    });
    const third = await setup.database.modelVersion.findFirstOrThrow({ where: { version: 3 } });
    await setup.database.modelVersion.update({ where: { id: third.id }, data: { trainingRunId: null } });
    expect(await gate("parity", 3)).toMatchObject({
      passed: false,
      detail: expect.stringContaining("not trained here"),
    });
    await setup.database.modelVersion.update({
      where: { id: third.id },
      data: { trainingRunId: third.trainingRunId },
    });
  });
});

test("a plan that was shown is stale once the policy is another; a rollback is free of it", async () => {
  const expiresAt = new Date(Date.now() + 60_000);
  const { digest } = await planAction(promoteVersion, { model: "titanic", version: 2 }, setup.scope, expiresAt);
  await setPolicyTo({ metrics: [{ name: "accuracy", atLeast: 0.1 }] });
  const approved = runAction(promoteVersion, { model: "titanic", version: 2 }, setup.scope, {
    approval: { digest, expiresAt },
  });
  await expect(approved).rejects.toMatchObject({ code: "STALE_PLAN" });
  await promote(2);
  await setPolicyTo({ metrics: [{ name: "accuracy", atLeast: 0.99 }] }, { approvals: 1 });
  expect(await runAction(rollback, { model: "titanic" }, setup.scope)).toMatchObject({ version: 1 });
});
