import { type UnservedName, unservedNames } from "../../../models/logged/unserved-names.ts";
import type { Registry as RegistryShape, UnshownModel as UnshownShape } from "../../../models/registry/registry.ts";
import { builder } from "../builder.ts";

const UnshownModel = builder.objectRef<UnshownShape & Partial<UnservedName>>("UnshownModel").implement({
  description:
    "A model that is known by its name alone: nothing of it can serve. Of the registry's server, or a name that a program took here for a model of which no version was registered.",
  fields: (t) => ({
    name: t.exposeString("name"),
    why: t.exposeString("why", { description: "In sentences: what is missing and what to do." }),
    since: t.field({
      type: "DateTime",
      nullable: true,
      description: "When the name was taken here; null for a model of the registry's server.",
      resolve: ({ since }) => since ?? null,
    }),
  }),
});

const Registry = builder.objectRef<RegistryShape>("Registry").implement({
  description: "Where models, versions, aliases, tags and stages are kept.",
  fields: (t) => ({
    server: t.string({
      nullable: true,
      description: "The address of the MLflow server; null: they are kept in this service's database.",
      resolve: (registry) => registry.server,
    }),
    reachable: t.boolean({
      nullable: true,
      description: "Whether that server answered when it was asked last; null where there is none.",
      resolve: (registry) => registry.reachable(),
    }),
    notShown: t.field({
      type: [UnshownModel],
      description: "Models that are known by their name alone, by name.",
      args: { name: t.arg.string({ description: "The one that has exactly this name." }) },
      resolve: async (registry, { name }, { services }) =>
        [...registry.notShown(), ...(await unservedNames(services.database, name ?? undefined))]
          .filter((each) => name === null || name === undefined || each.name === name)
          .sort((one, other) => (one.name < other.name ? -1 : 1)),
    }),
  }),
});

builder.queryField("registry", (t) =>
  t.field({
    type: Registry,
    description: "Tells where models are kept, and what of it can't be shown here.",
    authScopes: { permission: "models:read" },
    resolve: (_parent, _args, { services }) => services.registry,
  }),
);
