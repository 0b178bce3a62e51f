import type { Services } from "../../actions/services.ts";
import { appendAudit } from "../../audit/append-audit.ts";
import { system } from "../../identity/actor.ts";
import { actorName } from "../../identity/actor-name.ts";
import type { Transaction } from "../../platform/database.ts";
import { lockModels } from "../live-models.ts";
import { noteModelChange } from "../model-changes.ts";

type Writing = Pick<Services, "clock" | "pubSub">;

interface Open {
  id: string;
  proposedBy: string;
  model: { id: string; name: string };
  version: { id: string; version: number };
}

const cause = { requestId: "proposals" };

/** Writes down that nobody decided on a proposal in time. Somebody may have at the last moment: then it does nothing. */
export async function expireProposal(tx: Transaction, open: Open, services: Writing): Promise<void> {
  const { id, proposedBy, model, version } = open;
  await lockModels(tx, [model.id]);
  const { count } = await tx.proposal.updateMany({
    where: { id, status: "PROPOSED" },
    data: { status: "EXPIRED", decidedBy: system.id, decidedAt: services.clock.now() },
  });
  if (count === 0) return;
  await noteModelChange(tx, { model, version, kind: "PROPOSAL_EXPIRED" }, { actor: system, cause, services });
  await appendAudit(tx, {
    action: "expireProposal",
    outcome: "DONE",
    actor: system,
    subject: model.name,
    version: version.version,
    summary: `The promotion of version ${version.version} of ${model.name} that ${await actorName(tx, proposedBy)} proposed has expired.`,
    details: { proposalId: id, proposedBy },
    before: { status: "PROPOSED" },
    after: { status: "EXPIRED" },
    cause,
  });
}

/** Ends the proposals whose time is over. @returns how many */
export async function expireProposals(services: Writing & Pick<Services, "database">): Promise<number> {
  const { database, clock } = services;
  const open = await database.proposal.findMany({
    where: { status: "PROPOSED", expiresAt: { lte: clock.now() } },
    include: { model: true, version: true },
    orderBy: { id: "asc" },
    take: 100,
  });
  for (const proposal of open) await database.$transaction((tx) => expireProposal(tx, proposal, services));
  return open.length;
}
