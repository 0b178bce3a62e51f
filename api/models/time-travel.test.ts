import { afterAll, beforeAll, expect, test } from "vitest";
import type { Scope } from "../actions/define-action.ts";
import { runAction, runRead } from "../actions/run-action.ts";
import { productionThen } from "../agent/intents/production-then.ts";
import { openTrainingSetup, type TrainingSetup } from "../training/testing/training-setup.ts";
import { activeModel } from "./active-model.ts";
import { archiveVersion } from "./archive-version.ts";
import { modelHistory, readHistory } from "./model-history.ts";
import { productionAt } from "./production-at.ts";
import { applyProductionScope } from "./production-scope.ts";
import { promoteVersion } from "./promote-version.ts";
import { removeModel } from "./remove-model.ts";
import { rollback } from "./rollback.ts";
import { setAlias } from "./set-alias.ts";

let setup: TrainingSetup;
/** What was in production after each step: the step's time, and the truth of then. */
const steps: { at: Date; titanic: number | null; penguins: number | null; active: string | null }[] = [];

/** Each step has a millisecond of its own. */
let clock = new Date(Date.now() - 60_000);
const step = async (act: () => Promise<unknown>, cause: Partial<Scope["cause"]> = {}) => {
  clock = new Date(clock.getTime() + 1_000);
  setup.scope = {
    ...setup.scope,
    cause: { requestId: "test", ...cause },
    services: { ...setup.scope.services, clock: { now: () => clock } },
  };
  await act();
  const inProduction = await setup.database.modelVersion.findMany({
    where: { stage: "PRODUCTION" },
    include: { model: true },
    orderBy: { promotedAt: "desc" },
  });
  const of = (name: string) => inProduction.find(({ model }) => model.name === name)?.version ?? null;
  const [last] = inProduction;
  const active = last ? `${last.model.name}/${last.version}` : null;
  steps.push({ at: clock, titanic: of("titanic"), penguins: of("penguins"), active });
};
const timeOf = (index: number) => steps.at(index)?.at ?? new Date(Number.NaN);
const promote = (model: string, version: number) => runAction(promoteVersion, { model, version }, setup.scope);

beforeAll(async () => {
  setup = await openTrainingSetup();
  setup.startWorker();
  for (const seed of [1, 2]) await setup.ended(await setup.train({ seed }));
  await setup.ended(await setup.train({ model: "penguins" }));
  clock = new Date();
  const said = { threadId: "t", turnId: "turn-1", message: "promote titanic", comment: "best so far" };
  await step(() => promote("titanic", 1), said);
  await step(() => promote("penguins", 1));
  await step(() => promote("titanic", 2));
  await step(() => runAction(rollback, { model: "titanic" }, setup.scope));
  await step(() => runAction(archiveVersion, { model: "titanic", version: 1 }, setup.scope));
  await step(() => applyProductionScope(setup.database, "REGISTRY"));
  await step(() => promote("titanic", 2));
  await step(() =>
    runAction(removeModel, { name: "titanic", confirmName: "titanic", inProduction: true }, setup.scope),
  );
  await step(() => applyProductionScope(setup.database, "MODEL"));
  await setup.ended(await setup.train({ seed: 3 }));
  await step(() => promote("titanic", 1));
  await step(() => promote("penguins", 1));
});
afterAll(() => setup.close());

const versionThen = async (model: string | undefined, at: Date) => {
  const found = await productionAt(setup.database, { model, at });
  return found && { model: found.version.model.name, version: found.version.version };
};

test("what was in production is told of every moment: over promotions, rollbacks, scopes, removal and training anew", async () => {
  expect(steps.map(({ active }) => active)).toContain(null);
  for (const [index, { at, titanic, penguins, active }] of steps.entries()) {
    const next = steps[index + 1]?.at ?? new Date(at.getTime() + 1_000);
    for (const moment of [at, new Date(next.getTime() - 1)]) {
      expect([index, (await versionThen("titanic", moment))?.version ?? null]).toEqual([index, titanic]);
      expect([index, (await versionThen("penguins", moment))?.version ?? null]).toEqual([index, penguins]);
      const then = await versionThen(undefined, moment);
      expect([index, then && `${then.model}/${then.version}`]).toEqual([index, active]);
    }
  }
  expect(await versionThen("titanic", new Date(timeOf(0).getTime() - 1))).toBeNull();
  expect(await versionThen("nobody", new Date())).toBeNull();
});

test("the version that was there is that of the model of then, not of the one that has its name now", async () => {
  const before = await productionAt(setup.database, { model: "titanic", at: timeOf(0) });
  const now = await productionAt(setup.database, { model: "titanic", at: new Date(clock.getTime() + 1) });
  expect([before?.version.version, now?.version.version]).toEqual([1, 1]);
  expect(before?.version.modelId).not.toBe(now?.version.modelId);
  expect(before?.version.model.removedAt).not.toBeNull();
});

test("the action says so too, and refuses a time that has not come or is none", async () => {
  const read = (input: object) => runRead(activeModel, input, setup.scope);
  expect(await read({ model: "titanic", at: timeOf(2).toISOString() })).toMatchObject({
    version: 2,
    change: { reason: "PROMOTED", actorId: "local-owner" },
  });
  expect(await read({})).toMatchObject({ version: 1, model: { name: "penguins" } });
  expect(await read({ model: "titanic" })).toMatchObject({ version: 1, change: { reason: "PROMOTED" } });
  await expect(read({ at: "2999-01-01T00:00:00Z" })).rejects.toMatchObject({ code: "INVALID_INPUT" });
  await expect(read({ at: "last Tuesday" })).rejects.toMatchObject({ code: "INVALID_INPUT" });
});

test("the reply names the version, who promoted it, the sentence and the comment", async () => {
  const reply = await productionThen(setup, { model: "titanic", at: timeOf(0) });
  expect(reply.content).toMatch(
    /^On .* UTC, `titanic` version 1 was in production: .*\. It was promoted by local owner on .* UTC, because of “promote titanic”\. Why: “best so far”\. The model was removed on /,
  );
  const none = await productionThen(setup, { model: "titanic", at: timeOf(4) });
  expect(none.content).toMatch(/^No version of `titanic` was in production on /);
  expect((await productionThen(setup, { at: new Date(0) })).content).toMatch(/^No model was in production/);
});

test("the history of a name is one: who, why, by which plan, over removal, a page at a time", async () => {
  const { entries } = await readHistory(setup.database, { model: "titanic", limit: 100 });
  expect(entries.map(({ type, version }) => `${type} ${version}`).toReversed()).toEqual([
    "REGISTERED 1",
    "REGISTERED 2",
    "PROMOTED 1",
    "SUPERSEDED 1",
    "PROMOTED 2",
    "SUPERSEDED 2",
    "ROLLED_BACK 1",
    "ARCHIVED 1",
    "PROMOTED 2",
    "REMOVED 2",
    "REMOVED null",
    "REGISTERED 1",
    "PROMOTED 1",
  ]);
  expect(entries.at(-3)).toMatchObject({
    type: "PROMOTED",
    planDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
    message: "promote titanic",
    comment: "best so far",
    turnId: "turn-1",
    threadId: null,
    actor: "local owner",
  });
  const paged: bigint[] = [];
  let before: bigint | undefined;
  do {
    const page = await runRead(modelHistory, { model: "titanic", limit: 4, before }, setup.scope);
    paged.push(...page.entries.map(({ id }) => id));
    before = page.next ?? undefined;
  } while (before !== undefined);
  expect(paged).toEqual(entries.map(({ id }) => id));

  const until = timeOf(2);
  const then = await readHistory(setup.database, { model: "titanic", limit: 1, until });
  expect(then.entries).toMatchObject([{ type: "PROMOTED", version: 2 }]);
  const after = await readHistory(setup.database, { model: "titanic", limit: 100, since: timeOf(-2) });
  expect(after.entries.map(({ type }) => type)).toEqual(["PROMOTED"]);
});

test("a comment is in the audit event too, and the log never goes back in time, whatever a clock says", async () => {
  const promoted = await setup.database.auditEvent.findMany({ where: { action: "promoteVersion", outcome: "DONE" } });
  expect(promoted.map(({ details }) => details)).toContainEqual(expect.objectContaining({ comment: "best so far" }));
  const last = clock;
  clock = new Date(last.getTime() - 3_600_000);
  await runAction(setAlias, { model: "titanic", alias: "champion", version: 1 }, setup.scope);
  const changes = await setup.database.modelChange.findMany({ orderBy: { id: "asc" } });
  expect(changes.at(-1)?.at).toEqual(last);
});
