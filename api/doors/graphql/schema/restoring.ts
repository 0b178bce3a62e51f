import { runAction } from "../../../actions/run-action.ts";
import { findRemovedModels } from "../../../models/removed-models.ts";
import { restoreModel } from "../../../models/restore-model.ts";
import { restoreVersion } from "../../../models/restore-version.ts";
import { builder } from "../builder.ts";
import { scopeWithComment } from "../context.ts";
import { registryErrors } from "./errors.ts";
import { loadVersion, Model, RemovedModel, VersionResult } from "./models.ts";

builder.queryField("removedModels", (t) =>
  t.field({
    type: [RemovedModel],
    description: "Models that were removed and can be restored still, the one removed last first; at most 200.",
    authScopes: { permission: "models:read" },
    resolve: (_parent, _args, { services: { database, clock, removedModelsKeptMs: keptMs } }) =>
      findRemovedModels(database, { now: clock.now(), keptMs }),
  }),
);

builder.mutationFields((t) => ({
  restoreVersion: t.field({
    type: VersionResult,
    description: restoreVersion.description,
    args: {
      model: t.arg.string({ required: true }),
      version: t.arg.int({ required: true }),
      comment: t.arg.string({ description: "Why." }),
    },
    resolve: async (_parent, { comment, ...input }, context) =>
      loadVersion(context, await runAction(restoreVersion, input, scopeWithComment(context, comment))),
  }),
  restoreModel: t.prismaField({
    type: Model,
    description: restoreModel.description,
    errors: { types: [...registryErrors], union: { name: "RestoreModelResult" } },
    args: { name: t.arg.string({ required: true }), comment: t.arg.string({ description: "Why." }) },
    resolve: async (query, _parent, { comment, ...input }, context) => {
      const { modelId } = await runAction(restoreModel, input, scopeWithComment(context, comment));
      return context.services.database.model.findUniqueOrThrow({ ...query, where: { id: modelId } });
    },
  }),
}));
