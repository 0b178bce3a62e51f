import { z } from "zod";
import { ProposalStatus as statuses } from "../../../../prisma/client/enums.ts";
import { causeSchema } from "../../../audit/audit-events.ts";
import { actorName } from "../../../identity/actor-name.ts";
import { statusOf } from "../../../models/proposals/proposals.ts";
import { builder } from "../builder.ts";
import { Gate } from "./cards.ts";

export const ProposalStatus = builder.enumType(statuses, { name: "ProposalStatus" });

const gatesSchema = z.array(z.object({ name: z.string(), passed: z.boolean(), detail: z.string() }));

export const Proposal = builder.prismaObject("Proposal", {
  description:
    "A promotion that waits for another person, since the model's policy asks for one. It is done exactly as it was shown, or not at all.",
  fields: (t) => ({
    id: t.exposeID("id"),
    model: t.relation("model"),
    version: t.relation("version"),
    status: t.field({
      type: ProposalStatus,
      select: { status: true, expiresAt: true },
      resolve: (proposal, _args, { services }) => statusOf(proposal, services.clock.now()),
    }),
    effects: t.exposeStringList("effects", { description: "What will change, as it was shown to who proposed it." }),
    gates: t.field({
      type: [Gate],
      description: "What was checked then; it is checked again on approval.",
      select: { gates: true },
      resolve: ({ gates }) => gatesSchema.parse(gates),
    }),
    planDigest: t.exposeString("planDigest"),
    proposedBy: t.string({
      description: "By name.",
      select: { proposedBy: true },
      resolve: ({ proposedBy }, _args, { services }) => actorName(services.database, proposedBy),
    }),
    own: t.boolean({
      description: "You made it: another person has to approve it.",
      select: { proposedBy: true },
      resolve: ({ proposedBy }, _args, { actor }) => proposedBy === actor.id,
    }),
    proposedAt: t.expose("proposedAt", { type: "DateTime" }),
    expiresAt: t.expose("expiresAt", { type: "DateTime" }),
    comment: t.string({
      nullable: true,
      description: "Why, in the words of who proposed it.",
      select: { cause: true },
      resolve: ({ cause }) => causeSchema.parse(cause).comment ?? null,
    }),
    sentence: t.string({
      nullable: true,
      description: "In a chat: the sentence that asked for it.",
      select: { cause: true },
      resolve: ({ cause }) => causeSchema.parse(cause).message ?? null,
    }),
    decidedBy: t.string({
      nullable: true,
      description: "By name.",
      select: { decidedBy: true },
      resolve: ({ decidedBy }, _args, { services }) =>
        decidedBy === null ? null : actorName(services.database, decidedBy),
    }),
    decidedAt: t.expose("decidedAt", { type: "DateTime", nullable: true }),
    decisionComment: t.exposeString("decisionComment", { nullable: true }),
  }),
});
