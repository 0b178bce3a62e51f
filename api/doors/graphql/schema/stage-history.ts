import { actorName } from "../../../identity/actor-name.ts";
import { builder } from "../builder.ts";
import { Stage, StageChangeReason } from "./enums.ts";

/** A model's newest changes that are told at once: more than a person reads. */
const mostChanges = 200;

export const StageChange = builder.prismaObject("StageChange", {
  description: "A version went from one stage to another. Appended when it happens, and never changed.",
  fields: (t) => ({
    id: t.id({ select: { id: true }, resolve: ({ id }) => String(id) }),
    version: t.int({
      nullable: true,
      description: "Null when the whole model was removed.",
      select: { version: { select: { version: true } } },
      resolve: ({ version }) => version?.version ?? null,
    }),
    from: t.expose("fromStage", { type: Stage, nullable: true, description: "Null for a version that is new." }),
    to: t.expose("toStage", { type: Stage }),
    reason: t.expose("reason", { type: StageChangeReason }),
    actor: t.string({
      description: "Who did it, by name.",
      select: { actorId: true },
      resolve: ({ actorId }, _args, { services }) => actorName(services.database, actorId),
    }),
    comment: t.exposeString("comment", { nullable: true, description: "Why, in the words of who did it." }),
    at: t.expose("at", { type: "DateTime" }),
  }),
});

builder.prismaObjectField("Model", "stageHistory", (t) =>
  t.relation("changes", {
    type: StageChange,
    args: {},
    description: `What became of its versions, the newest first; at most ${mostChanges}.`,
    query: { orderBy: { id: "desc" }, take: mostChanges },
  }),
);
