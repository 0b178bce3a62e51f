import { findLoggedModel } from "../../../tracking/logged-models.ts";
import { findRun } from "../../../tracking/runs.ts";
import { builder } from "../builder.ts";
import { scopeOf } from "../context.ts";
import { LoggedModel, LoggedRun, orNull } from "./experiments.ts";

const VersionOrigin = builder.prismaObject("VersionOrigin", {
  description: "Where a version comes from that a program logged.",
  fields: (t) => ({
    source: t.exposeString("source", { description: "Its files, as the program named them." }),
    runId: t.exposeString("runId", { nullable: true, description: "Of the run that logged it, as its client has it." }),
    runLink: t.exposeString("runLink", { nullable: true, description: "To the run elsewhere, as the program told." }),
    run: t.field({
      type: LoggedRun,
      nullable: true,
      description: "The run, where it was told of here.",
      select: { runId: true },
      resolve: ({ runId }, _args, context) => (runId === null ? null : orNull(findRun(scopeOf(context), runId))),
    }),
    loggedModel: t.field({
      type: LoggedModel,
      nullable: true,
      select: { loggedModelId: true },
      resolve: ({ loggedModelId }, _args, context) =>
        loggedModelId === null ? null : orNull(findLoggedModel(scopeOf(context), loggedModelId)),
    }),
  }),
});

builder.prismaObjectField("ModelVersion", "origin", (t) =>
  t.relation("origin", {
    type: VersionOrigin,
    nullable: true,
    description: "Of a version that a program logged; null for one that was trained here.",
  }),
);
