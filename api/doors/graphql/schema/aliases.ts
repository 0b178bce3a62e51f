import { runAction } from "../../../actions/run-action.ts";
import { actorName } from "../../../identity/actor-name.ts";
import { versionByAlias } from "../../../models/aliases.ts";
import { deleteAlias } from "../../../models/delete-alias.ts";
import { liveModels } from "../../../models/live-models.ts";
import { setAlias } from "../../../models/set-alias.ts";
import { LimitExceededError } from "../../../platform/errors.ts";
import { builder } from "../builder.ts";
import { scopeOf } from "../context.ts";
import { commonErrors } from "./errors.ts";

const ModelAlias = builder.prismaObject("ModelAlias", {
  description: "A name that points to one version of a model, until it is pointed to another.",
  fields: (t) => ({
    name: t.exposeString("name"),
    version: t.relation("version"),
    setAt: t.expose("setAt", { type: "DateTime" }),
    setBy: t.string({
      description: "Who pointed it there, by name.",
      select: { setBy: true },
      resolve: ({ setBy }, _args, { services }) => actorName(services.database, setBy),
    }),
  }),
});

builder.prismaObjectField("Model", "aliases", (t) =>
  t.relation("aliases", {
    type: ModelAlias,
    args: {},
    description: "By name.",
    query: { orderBy: { name: "asc" } },
  }),
);

builder.prismaObjectField("ModelVersion", "aliases", (t) =>
  t.stringList({
    description: "Those that point to it, by name.",
    select: { aliases: { select: { name: true }, orderBy: { name: "asc" } } },
    resolve: ({ aliases }) => aliases.map(({ name }) => name),
  }),
);

builder.queryField("modelVersionByAlias", (t) =>
  t.prismaField({
    type: "ModelVersion",
    nullable: true,
    description:
      "The version that an alias points to. Besides the aliases that were set, `production` is the version in production and `latest` the newest one.",
    authScopes: { permission: "models:read" },
    args: { model: t.arg.string({ required: true }), alias: t.arg.string({ required: true }) },
    resolve: async (query, _parent, { model: name, alias }, { services: { database } }) => {
      const model = await database.model.findFirst({ where: { name, ...liveModels }, select: { id: true } });
      const found = model && (await versionByAlias(database, model.id, alias));
      return found && database.modelVersion.findUnique({ ...query, where: { id: found.id } });
    },
  }),
);

builder.mutationFields((t) => ({
  setAlias: t.prismaField({
    type: "ModelVersion",
    description: setAlias.description,
    errors: { types: [...commonErrors, LimitExceededError], union: { name: "SetAliasResult" } },
    args: {
      model: t.arg.string({ required: true }),
      alias: t.arg.string({
        required: true,
        description:
          "Letters, digits, hyphens and underscores. Not `latest`, `production`, `candidate`, `archived`, or `v` with a number.",
      }),
      version: t.arg.int({ required: true }),
    },
    resolve: async (query, _parent, input, context) => {
      const { versionId } = await runAction(setAlias, input, scopeOf(context));
      return context.services.database.modelVersion.findUniqueOrThrow({ ...query, where: { id: versionId } });
    },
  }),
  deleteAlias: t.prismaField({
    type: "ModelVersion",
    description: `${deleteAlias.description} Answers with that version.`,
    errors: { types: [...commonErrors], union: { name: "DeleteAliasResult" } },
    args: { model: t.arg.string({ required: true }), alias: t.arg.string({ required: true }) },
    resolve: async (query, _parent, input, context) => {
      const { versionId } = await runAction(deleteAlias, input, scopeOf(context));
      return context.services.database.modelVersion.findUniqueOrThrow({ ...query, where: { id: versionId } });
    },
  }),
}));
