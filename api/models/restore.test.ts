import { afterEach, beforeEach, expect, test } from "vitest";
import type { Scope } from "../actions/define-action.ts";
import { planAction, runAction, runRead } from "../actions/run-action.ts";
import { auditHistory } from "../audit/audit-history.ts";
import { openTrainingSetup, type TrainingSetup } from "../training/testing/training-setup.ts";
import { archiveVersion } from "./archive-version.ts";
import { keepHouse } from "./housekeeping.ts";
import { reserveModel } from "./logged/reserved-models.ts";
import { promoteVersion } from "./promote-version.ts";
import { removeModel } from "./remove-model.ts";
import { findRemovedModels } from "./removed-models.ts";
import { restoreModel } from "./restore-model.ts";
import { restoreVersion } from "./restore-version.ts";
import { rollback } from "./rollback.ts";
import { setAlias } from "./set-alias.ts";
import { setTag } from "./set-tag.ts";

let setup: TrainingSetup;
let later = 0;
/** The same, as many milliseconds later as `later` says. */
const scope = (): Scope => ({
  ...setup.scope,
  services: { ...setup.scope.services, clock: { now: () => new Date(Date.now() + later) } },
});
beforeEach(async () => {
  later = 0;
  setup = await openTrainingSetup();
  setup.startWorker();
  for (const seed of [1, 2]) await setup.ended(await setup.train({ seed }));
});
afterEach(() => setup.close());

const days = 24 * 60 * 60_000;
const titanic = { name: "titanic" };
const remove = () => runAction(removeModel, { ...titanic, confirmName: "titanic", inProduction: true }, scope());
const restore = () => runAction(restoreModel, titanic, scope());
const stages = async () =>
  (await setup.database.modelVersion.findMany({ orderBy: [{ modelId: "asc" }, { version: "asc" }] })).map(
    ({ stage }) => stage,
  );

test("an archived version is a candidate again, and can be promoted as any", async () => {
  const version = { model: "titanic", version: 1 };
  await expect(runAction(restoreVersion, version, scope())).rejects.toThrow("not archived: it is a candidate");
  await runAction(archiveVersion, version, scope());
  expect(await runAction(restoreVersion, version, scope())).toMatchObject({ version: 1 });
  expect(await stages()).toEqual(["CANDIDATE", "CANDIDATE"]);
  const event = await setup.database.auditEvent.findFirstOrThrow({
    where: { action: "restoreVersion", outcome: "DONE" },
  });
  expect(event).toMatchObject({
    subject: "titanic",
    version: 1,
    before: { stage: "ARCHIVED" },
    after: { stage: "CANDIDATE" },
  });
  await runAction(promoteVersion, version, scope());
  await expect(runAction(restoreVersion, version, scope())).rejects.toThrow("it is in production");
});

test("a name that was reserved meanwhile is the restored model's again, with what was said of it", async () => {
  await runAction(setTag, { model: "titanic", key: "team", value: "own" }, scope());
  await remove();
  const tags = [
    { key: "team", value: "risk" },
    { key: "since", value: "then" },
  ];
  await runAction(reserveModel, { ...titanic, tags }, scope());
  await restore();
  expect(await setup.database.reservedModel.count()).toBe(0);
  const kept = await setup.database.modelTag.findMany({ orderBy: { key: "asc" } });
  expect(kept.map(({ key, value }) => `${key}=${value}`)).toEqual(["since=then", "team=own"]);
});

test("a reserved name is taken by who trains the model first", async () => {
  await remove();
  const tags = [{ key: "team", value: "risk" }];
  await runAction(reserveModel, { ...titanic, description: "Who lives.", tags }, scope());
  await setup.ended(await setup.train({ seed: 3 }));
  expect(await setup.database.reservedModel.count()).toBe(0);
  const model = await setup.database.model.findFirstOrThrow({ where: { removedAt: null }, include: { tags: true } });
  expect(model).toMatchObject({ name: "titanic", description: "Who lives.", tags });
});

test("a model in production is removed only by who says so", async () => {
  await runAction(promoteVersion, { model: "titanic", version: 1 }, scope());
  const unsaid = { ...titanic, confirmName: "titanic" };
  await expect(runAction(removeModel, unsaid, scope())).rejects.toMatchObject({
    code: "CONFLICT",
    message: expect.stringMatching(
      /^Version 1 of titanic is in production .* take the version off production first\.$/,
    ),
  });
  expect(await stages()).toEqual(["PRODUCTION", "CANDIDATE"]);
  const { plan } = await planAction(
    removeModel,
    { ...unsaid, inProduction: true },
    scope(),
    new Date(Date.now() + 60_000),
  );
  expect(plan.effects.join("\n")).toMatch(/in production now; predictions by it stop.*\n.*restored for 30 days/);
});

test("a removed model comes back with all it had; its candidates are candidates, what was in production waits for a rollback", async () => {
  await runAction(setAlias, { model: "titanic", alias: "champion", version: 2 }, scope());
  await runAction(promoteVersion, { model: "titanic", version: 1 }, scope());
  const { restorableUntil, removedAt } = await remove();
  expect(Date.parse(restorableUntil) - Date.parse(removedAt)).toBe(30 * days);
  expect(await findRemovedModels(setup.database, { now: new Date(), keptMs: 30 * days })).toEqual([
    { name: "titanic", versions: 2, removedAt, restorableUntil },
  ]);
  expect(await stages()).toEqual(["ARCHIVED", "ARCHIVED"]);
  const { modelId } = await restore();
  expect(await setup.database.model.findMany()).toMatchObject([{ id: modelId, removedAt: null }]);
  expect(await stages()).toEqual(["ARCHIVED", "CANDIDATE"]);
  expect(await setup.database.modelAlias.count()).toBe(1);
  expect(await findRemovedModels(setup.database, { now: new Date(), keptMs: 30 * days })).toEqual([]);
  const event = await setup.database.auditEvent.findFirstOrThrow({
    where: { action: "restoreModel", outcome: "DONE" },
  });
  expect(event).toMatchObject({ subject: "titanic", details: { removedAt }, after: { candidates: [2] } });
  // A removal that was taken back ended nothing.
  const history = await runRead(auditHistory, { subject: "titanic" }, scope());
  expect(history.events.map((each) => each.removedAt)).toEqual(history.events.map(() => null));
  expect(await runAction(rollback, { model: "titanic" }, scope())).toMatchObject({ version: 1 });
  expect(await stages()).toEqual(["PRODUCTION", "CANDIDATE"]);
});

test("removed and restored again, only what that removal took is given back", async () => {
  await remove();
  await restore();
  await runAction(archiveVersion, { model: "titanic", version: 1 }, scope());
  await remove();
  await restore();
  expect(await stages()).toEqual(["ARCHIVED", "CANDIDATE"]);
});

test("what can't be restored is refused: never there, trained anew, removed too long ago", async () => {
  await expect(restore()).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringContaining("beside it") });
  await expect(runAction(restoreModel, { name: "nobody" }, scope())).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(runAction(restoreModel, { name: "cars" }, scope())).rejects.toThrow("There is nothing to restore.");
  await remove();
  await setup.train();
  await expect(restore()).rejects.toMatchObject({ code: "CONFLICT" });
  await remove();
  later = 31 * days;
  await expect(restore()).rejects.toThrow("too long ago");
});

test("house is kept: what was removed long enough ago is given up, with its files; what was not is kept", async () => {
  const [{ artifactSha256 } = { artifactSha256: "" }] = await setup.database.modelVersion.findMany();
  await remove();
  const clean = () => keepHouse(scope().services, new AbortController().signal);
  later = 29 * days;
  await clean();
  expect(await setup.artifacts.has(artifactSha256)).toBe(true);
  later = 31 * days;
  await clean();
  expect(await setup.artifacts.has(artifactSha256)).toBe(false);
  later = 0;
  await expect(restore()).rejects.toThrow("too long ago");
});

test("who has no permission to remove may not restore, and of two who restore at once one does", async () => {
  await remove();
  const actor = { ...setup.scope.actor, permissions: new Set(["models:write" as const]) };
  await expect(runAction(restoreModel, titanic, { ...scope(), actor })).rejects.toMatchObject({ code: "FORBIDDEN" });
  const both = await Promise.allSettled([restore(), restore()]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
});
