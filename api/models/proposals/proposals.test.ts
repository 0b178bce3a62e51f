import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Scope } from "../../actions/define-action.ts";
import { runAction } from "../../actions/run-action.ts";
import { permissions } from "../../identity/actor.ts";
import { openTrainingSetup, type TrainingSetup } from "../../training/testing/training-setup.ts";
import { archiveVersion } from "../archive-version.ts";
import { readHistory } from "../model-history.ts";
import { promoteVersion } from "../promote-version.ts";
import { setPolicy } from "../set-policy.ts";
import { approveProposal } from "./approve-proposal.ts";
import { expireProposals } from "./expire-proposals.ts";
import { rejectProposal } from "./reject-proposal.ts";

let setup: TrainingSetup;
let now: Date;
const as = (id: string, cause: Partial<Scope["cause"]> = {}): Scope => ({
  actor: { id, name: id, permissions: new Set(permissions) },
  cause: { requestId: "test", ...cause },
  services: { ...setup.scope.services, clock: { now: () => now } },
});

beforeAll(async () => {
  setup = await openTrainingSetup();
  setup.startWorker();
  for (const seed of [1, 2]) await setup.ended(await setup.train({ seed }));
  await runAction(setPolicy, { model: "titanic", gates: {}, approvals: 1 }, setup.scope);
});
afterAll(() => setup.close());
beforeEach(async () => {
  now = new Date();
  const [open] = await setup.database.proposal.findMany({ where: { status: "PROPOSED" } });
  if (open) await runAction(rejectProposal, { proposal: open.id }, as("ann"));
  const current = await setup.database.modelVersion.findFirst({ where: { stage: "PRODUCTION" } });
  if (current) await runAction(archiveVersion, { model: "titanic", version: current.version }, as("ann"));
});

async function propose(
  version: number,
  scope = as("ann", { message: "promote it", turnId: "turn-1", comment: "the best" }),
) {
  const { proposalId } = await runAction(promoteVersion, { model: "titanic", version }, scope);
  if (proposalId === null) throw new Error("it was promoted at once");
  return proposalId;
}
const approve = (proposal: string, scope = as("bob", { comment: "agreed" })) =>
  runAction(approveProposal, { proposal }, scope);
const status = async (id: string) => (await setup.database.proposal.findUniqueOrThrow({ where: { id } })).status;
const inProduction = async () =>
  (await setup.database.modelVersion.findFirst({ where: { stage: "PRODUCTION" } }))?.version ?? null;
const lastEvents = async (take: number) =>
  (await setup.database.auditEvent.findMany({ orderBy: { seq: "desc" }, take })).toReversed();

test("a promotion waits for another person, and is then done as it was proposed, by who proposed it", async () => {
  const proposal = await propose(1);
  expect(await inProduction()).toBeNull();
  expect(await lastEvents(1)).toMatchObject([
    {
      action: "proposePromotion",
      actorId: "ann",
      version: 1,
      message: "promote it",
      details: { proposalId: proposal },
    },
  ]);
  const { planDigest, effects } = await setup.database.proposal.findUniqueOrThrow({ where: { id: proposal } });
  expect(effects[0]).toContain("waits for a second person's approval");

  expect(await approve(proposal)).toMatchObject({ model: "titanic", version: 1 });
  expect(await inProduction()).toBe(1);
  expect(await status(proposal)).toBe("APPROVED");
  expect(await lastEvents(2)).toMatchObject([
    {
      action: "promoteVersion",
      actorId: "ann",
      message: "promote it",
      summary: "Promoted version 1 of titanic to production; approved by bob.",
      details: { planDigest, comment: "the best" },
    },
    {
      action: "approveProposal",
      actorId: "bob",
      subject: "titanic",
      version: 1,
      details: { proposalId: proposal, planDigest, proposedBy: "ann", comment: "agreed" },
    },
  ]);
  const { entries } = await readHistory(setup.database, { model: "titanic", limit: 3 });
  expect(entries).toMatchObject([
    { type: "PROPOSAL_APPROVED", actorId: "bob", comment: "agreed" },
    { type: "PROMOTED", actorId: "ann", comment: "the best", message: "promote it", planDigest },
    { type: "PROPOSED", actorId: "ann" },
  ]);
  await expect(approve(proposal)).rejects.toMatchObject({
    code: "CONFLICT",
    message: expect.stringContaining("approved"),
  });
});

test("who proposed it can't approve it, nor can who may not, nor anyone what is not there", async () => {
  const proposal = await propose(1);
  await expect(approve(proposal, as("ann"))).rejects.toMatchObject({ code: "FORBIDDEN" });
  const reader = { id: "eve", name: "eve", permissions: new Set(["models:write" as const]) };
  await expect(approve(proposal, { ...as("eve"), actor: reader })).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(approve(crypto.randomUUID())).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(approve("x")).rejects.toMatchObject({ code: "INVALID_INPUT" });
  expect([await inProduction(), await status(proposal)]).toEqual([null, "PROPOSED"]);
});

test("when something moved since, nothing is done", async () => {
  const first = await propose(1);
  const second = await propose(2);
  await approve(second);
  await expect(approve(first)).rejects.toMatchObject({ code: "STALE_PLAN" });
  expect(await inProduction()).toBe(2);
});

test("a version waits once; it is rejected by another, or withdrawn, and then it can be proposed again", async () => {
  const proposal = await propose(1);
  await expect(propose(1, as("bob"))).rejects.toMatchObject({
    code: "CONFLICT",
    message: expect.stringContaining("proposed already"),
  });
  await runAction(rejectProposal, { proposal }, as("bob", { comment: "too early" }));
  expect(await setup.database.proposal.findUnique({ where: { id: proposal } })).toMatchObject({
    status: "REJECTED",
    decidedBy: "bob",
    decisionComment: "too early",
  });
  expect(await lastEvents(1)).toMatchObject([
    { action: "rejectProposal", summary: expect.stringMatching(/^Rejected/) },
  ]);
  const again = await propose(1);
  await runAction(rejectProposal, { proposal: again }, as("ann"));
  expect(await lastEvents(1)).toMatchObject([{ summary: "Withdrew the promotion of version 1 of titanic." }]);
  await expect(approve(again)).rejects.toMatchObject({ code: "CONFLICT" });
});

test("what nobody decides on in time expires, is written down as such, and can be proposed again", async () => {
  const proposal = await propose(1);
  now = new Date(now.getTime() + 8 * 24 * 3_600_000);
  await expect(approve(proposal)).rejects.toMatchObject({ message: expect.stringContaining("expired") });
  const again = await propose(1);
  expect(await status(proposal)).toBe("EXPIRED");
  expect(await lastEvents(2)).toMatchObject([
    { action: "expireProposal", actorId: "system", details: { proposalId: proposal, proposedBy: "ann" } },
    { action: "proposePromotion" },
  ]);
  now = new Date(now.getTime() + 8 * 24 * 3_600_000);
  expect(await expireProposals(as("ann").services)).toBe(1);
  expect(await expireProposals(as("ann").services)).toBe(0);
  expect(await status(again)).toBe("EXPIRED");
});

test("of two who decide at once one is refused, and what was done is one of both", async () => {
  const proposal = await propose(1);
  const decisions = await Promise.allSettled([
    approve(proposal),
    approve(proposal, as("cat")),
    runAction(rejectProposal, { proposal }, as("dan")),
  ]);
  expect(decisions.filter(({ status: outcome }) => outcome === "fulfilled")).toHaveLength(1);
  expect(await inProduction()).toBe((await status(proposal)) === "APPROVED" ? 1 : null);
});
