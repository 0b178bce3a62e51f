import { rm, truncate } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Scope } from "../actions/define-action.ts";
import { planAction, runAction } from "../actions/run-action.ts";
import { holdLock, openTrainingSetup, type TrainingSetup } from "../training/testing/training-setup.ts";
import { promoteVersion } from "./promote-version.ts";
import { rollback } from "./rollback.ts";

let setup: TrainingSetup;
let bytes: Uint8Array;
let path: string;
beforeEach(async () => {
  setup = await openTrainingSetup();
  setup.startWorker();
  await setup.ended(await setup.train());
  const { artifactSha256 } = await setup.database.modelVersion.findFirstOrThrow();
  bytes = await setup.artifacts.get(artifactSha256);
  path = join(setup.dataDir, "artifacts", artifactSha256.slice(0, 2), artifactSha256);
});
afterEach(() => setup.close());

const promotion = { model: "titanic", version: 1 };
const later = () => new Date(Date.now() + 60_000);
const refusal = (words: string) => ({ code: "CONFLICT", message: expect.stringMatching(words) });

test.each([
  ["gone", () => rm(path), "Version 1 of titanic can't answer predictions.*not in the data folder.*train again"],
  ["damaged", () => truncate(path, 100), "damaged.*train again"],
  [
    "no ONNX model",
    async () => {
      const artifactSha256 = await setup.artifacts.put(Buffer.from("not ONNX"));
      await setup.database.modelVersion.updateMany({ data: { artifactSha256 } });
    },
    "can't be opened by onnxruntime. Train again",
  ],
])("a version whose file is %s is neither planned for nor put into production", async (_what, harm, words) => {
  await harm();
  await expect(planAction(promoteVersion, promotion, setup.scope, later())).rejects.toMatchObject(refusal(words));
  await expect(runAction(promoteVersion, promotion, setup.scope)).rejects.toMatchObject(refusal(words));
  expect(await setup.database.modelVersion.findMany()).toMatchObject([{ stage: "CANDIDATE" }]);
  const refused = await setup.database.auditEvent.findMany({ where: { outcome: "REFUSED" } });
  expect(refused).toMatchObject(
    Array(2).fill({ action: "promoteVersion", version: 1, summary: expect.stringMatching(words) }),
  );
});

test("a file that vanishes between the plan and the yes: nothing is done, and it is said why; put back, it works", async () => {
  const expiresAt = later();
  const { plan, digest } = await planAction(promoteVersion, promotion, setup.scope, expiresAt);
  expect(plan.gates[0]).toMatchObject({ name: "artifact", passed: true });
  await rm(path);
  const approved = () => runAction(promoteVersion, promotion, setup.scope, { approval: { digest, expiresAt } });
  await expect(approved()).rejects.toMatchObject(refusal("not in the data folder"));
  await setup.artifacts.put(bytes);
  expect(await approved()).toMatchObject({ version: 1 });
});

test("a rollback to a version whose file is gone is refused, and production stays as it is", async () => {
  await setup.ended(await setup.train({ seed: 7 }));
  await runAction(promoteVersion, promotion, setup.scope);
  await runAction(promoteVersion, { ...promotion, version: 2 }, setup.scope);
  await rm(path);
  await expect(runAction(rollback, { model: "titanic" }, setup.scope)).rejects.toMatchObject(
    refusal("Version 1 of titanic can't answer predictions"),
  );
  expect(await setup.database.modelVersion.findFirst({ where: { stage: "PRODUCTION" } })).toMatchObject({ version: 2 });
});

test("while a file is read nothing is locked", async () => {
  const reached = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  const { artifacts } = setup;
  const slow: Scope = {
    ...setup.scope,
    services: {
      ...setup.scope.services,
      artifacts: {
        ...artifacts,
        async get(hash) {
          reached.resolve();
          await released.promise;
          return artifacts.get(hash);
        },
      },
    },
  };
  const promoting = runAction(promoteVersion, promotion, slow);
  await reached.promise;
  for (const rows of ["registry_policy", "model", "model_version"]) {
    await (await holdLock(setup, `SELECT 1 FROM ${rows} FOR UPDATE NOWAIT`)).release();
  }
  released.resolve();
  expect(await promoting).toMatchObject({ version: 1 });
});
