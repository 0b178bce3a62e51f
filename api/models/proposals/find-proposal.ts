import { z } from "zod";
import type { Proposal } from "../../../prisma/client/client.ts";
import { defineRead } from "../../actions/define-action.ts";
import { actorName } from "../../identity/actor-name.ts";
import { modelName, versionNumber } from "../inputs.ts";
import { liveModels } from "../live-models.ts";

export interface FoundProposal extends Pick<Proposal, "id" | "effects" | "proposedBy"> {
  version: number;
  /** Who made it, by name. */
  proposer: string;
}

/** The promotion that waits for a second person: of a version, or the newest one of a model. */
export const findProposal = defineRead({
  name: "findProposal",
  title: "Waiting proposal",
  description: "Finds the promotion of a version, or of a model, that waits for a second person's approval.",
  permission: "models:read",
  input: z.object({ model: modelName, version: versionNumber.optional() }),
  async read({ services: { database, clock } }, { model, version }): Promise<FoundProposal | null> {
    const found = await database.proposal.findFirst({
      where: {
        status: "PROPOSED",
        expiresAt: { gt: clock.now() },
        model: { name: model, ...liveModels },
        ...(version === undefined ? {} : { version: { version } }),
      },
      orderBy: { id: "desc" },
      include: { version: { select: { version: true } } },
    });
    if (!found) return null;
    const { id, effects, proposedBy } = found;
    return {
      id,
      effects,
      proposedBy,
      version: found.version.version,
      proposer: await actorName(database, proposedBy),
    };
  },
});
