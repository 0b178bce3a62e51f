import { runAction } from "../../../actions/run-action.ts";
import { liveModels } from "../../../models/live-models.ts";
import { approveProposal } from "../../../models/proposals/approve-proposal.ts";
import { rejectProposal } from "../../../models/proposals/reject-proposal.ts";
import { builder } from "../builder.ts";
import { scopeWithComment } from "../context.ts";
import { checkPage, pageSizes } from "../pages.ts";
import { commonErrors } from "./errors.ts";
import { loadVersion, VersionResult } from "./models.ts";
import { Proposal, ProposalStatus } from "./proposal-type.ts";

type Status = (typeof ProposalStatus)["$inferType"];

interface ProposalFilter {
  model?: string | null | undefined;
  status?: Status | null | undefined;
}

/** One whose time is over reads as expired, also before that was written down. */
function ofStatus(status: Status, now: Date) {
  if (status === "PROPOSED") return { status, expiresAt: { gt: now } };
  if (status === "EXPIRED") return { OR: [{ status }, { status: "PROPOSED" as const, expiresAt: { lte: now } }] };
  return { status };
}

/** Those of a model that was removed wait for nothing, until it is restored. */
function listed({ model, status }: ProposalFilter, now: Date) {
  const of = { ...(model ? { name: model } : {}), ...(status === "PROPOSED" ? liveModels : {}) };
  return { model: of, ...(status ? ofStatus(status, now) : {}) };
}

builder.queryField("proposals", (t) =>
  t.prismaConnection(
    {
      type: Proposal,
      cursor: "id",
      ...pageSizes,
      description: "Promotions that waited, or wait, for another person: the newest first.",
      authScopes: { permission: "models:read" },
      args: {
        model: t.arg.string({ description: "Those of the models that have, or had, this name." }),
        status: t.arg({ type: ProposalStatus }),
      },
      totalCount: (_parent, filter, { services }) =>
        services.database.proposal.count({ where: listed(filter, services.clock.now()) }),
      resolve: (query, _parent, { first, after, ...filter }, { services }) => {
        checkPage({ first, after }, pageSizes);
        const where = listed(filter, services.clock.now());
        return services.database.proposal.findMany({ ...query, where, orderBy: { id: "desc" } });
      },
    },
    { name: "ProposalConnection" },
    { name: "ProposalEdge" },
  ),
);

builder.mutationFields((t) => ({
  approveProposal: t.field({
    type: VersionResult,
    description: approveProposal.description,
    args: { id: t.arg.id({ required: true }), comment: t.arg.string({ description: "Why." }) },
    resolve: async (_parent, { id, comment }, context) =>
      loadVersion(context, await runAction(approveProposal, { proposal: id }, scopeWithComment(context, comment))),
  }),
  rejectProposal: t.prismaField({
    type: Proposal,
    description: rejectProposal.description,
    errors: { types: [...commonErrors], union: { name: "RejectProposalResult" } },
    args: { id: t.arg.id({ required: true }), comment: t.arg.string({ description: "Why." }) },
    resolve: async (query, _parent, { id, comment }, context) => {
      const { proposalId } = await runAction(rejectProposal, { proposal: id }, scopeWithComment(context, comment));
      return context.services.database.proposal.findUniqueOrThrow({ ...query, where: { id: proposalId } });
    },
  }),
}));
