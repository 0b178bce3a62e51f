import type { Registry as RegistryShape, UnshownModel as UnshownShape } from "../../../models/registry/registry.ts";
import { builder } from "../builder.ts";

const UnshownModel = builder.objectRef<UnshownShape>("UnshownModel").implement({
  description: "A model of the registry's server that can't be shown here.",
  fields: (t) => ({
    name: t.exposeString("name"),
    why: t.exposeString("why", { description: "In sentences: what is wrong and what to do." }),
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
      description: "Its models that can't be shown here, by name.",
      resolve: (registry) => [...registry.notShown()],
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
