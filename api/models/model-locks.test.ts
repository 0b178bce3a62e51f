import { afterEach, beforeEach, expect, test } from "vitest";
import { runAction } from "../actions/run-action.ts";
import { holdLock, openTrainingSetup, type TrainingSetup } from "../training/testing/training-setup.ts";
import { applyProductionScope } from "./production-scope.ts";
import { promoteVersion } from "./promote-version.ts";
import { expireProposals } from "./proposals/expire-proposals.ts";
import { rejectProposal } from "./proposals/reject-proposal.ts";
import { setPolicy } from "./set-policy.ts";

/** A model's row is locked before anything of it and before the log of changes: who waits for it keeps nobody else waiting. */
let setup: TrainingSetup;
beforeEach(async () => {
  setup = await openTrainingSetup();
  setup.startWorker();
});
afterEach(() => setup.close());

const promote = (model: string) => runAction(promoteVersion, { model, version: 1 }, setup.scope);

/** Does `act` while another holds the model's row, and what `free` locks once it waits for that row; then lets it go on. */
async function whileHeld<T>(model: string, act: () => Promise<T>, free: string[]): Promise<T> {
  const { database } = setup;
  const held = await holdLock(setup, `SELECT 1 FROM model WHERE name = '${model}' FOR UPDATE`);
  const doing = act();
  doing.catch(() => {});
  try {
    const waiting = async () =>
      (
        await database.$queryRaw<{ waiting: number }[]>`
          SELECT count(*)::int AS waiting FROM pg_stat_activity
          WHERE datname = current_database() AND wait_event_type = 'Lock'`
      )[0]?.waiting;
    await expect.poll(waiting).toBe(1);
    for (const sql of free) expect(await database.$queryRawUnsafe(sql)).toEqual([{ free: true }]);
  } finally {
    await held.release();
  }
  return doing;
}

const logOfChanges = "SELECT pg_try_advisory_xact_lock(7305003) AS free";

async function proposed(): Promise<string> {
  await setup.ended(await setup.train());
  await runAction(setPolicy, { model: "titanic", gates: {}, approvals: 1 }, setup.scope);
  const { proposalId } = await promote("titanic");
  if (proposalId === null) throw new Error("it was promoted at once");
  return proposalId;
}
const rowOf = (proposal: string) => `SELECT true AS free FROM proposal WHERE id = '${proposal}' FOR UPDATE NOWAIT`;

test("a proposal that is rejected", async () => {
  const proposal = await proposed();
  const reject = () => runAction(rejectProposal, { proposal }, setup.scope);
  expect(await whileHeld("titanic", reject, [logOfChanges, rowOf(proposal)])).toEqual({ proposalId: proposal });
});

test("a proposal that expires", async () => {
  const proposal = await proposed();
  const clock = { now: () => new Date(Date.now() + 8 * 24 * 3_600_000) };
  const expire = () => expireProposals({ ...setup.scope.services, clock });
  expect(await whileHeld("titanic", expire, [logOfChanges, rowOf(proposal)])).toBe(1);
  expect(await setup.database.proposal.findUnique({ where: { id: proposal } })).toMatchObject({ status: "EXPIRED" });
});

test("another model's version that leaves production under the policy REGISTRY", async () => {
  await applyProductionScope(setup.database, "REGISTRY");
  for (const model of ["penguins", "titanic"]) await setup.ended(await setup.train({ model }));
  await promote("penguins");
  expect(await whileHeld("penguins", () => promote("titanic"), [logOfChanges])).toMatchObject({ model: "titanic" });
  const stages = await setup.database.modelVersion.findMany({
    select: { stage: true, model: { select: { name: true } } },
    orderBy: { model: { name: "asc" } },
  });
  expect(stages.map(({ stage, model }) => [model.name, stage])).toEqual([
    ["penguins", "ARCHIVED"],
    ["titanic", "PRODUCTION"],
  ]);
});
