import type { Actor as ActorShape } from "../../../identity/actor.ts";
import { roles } from "../../../identity/roles.ts";
import { builder } from "../builder.ts";

export const Actor = builder.objectRef<Pick<ActorShape, "id" | "name">>("Actor").implement({
  description: "Who acts.",
  fields: (t) => ({ id: t.exposeID("id"), name: t.exposeString("name") }),
});

const Role = builder.enumType("Role", {
  description: "What somebody is trusted with. Each may what the ones before it may.",
  values: roles,
});

const Viewer = builder.objectRef<ActorShape>("Viewer").implement({
  fields: (t) => ({
    actor: t.field({ type: Actor, resolve: (viewer) => viewer }),
    role: t.field({
      type: Role,
      nullable: true,
      description: "Null: signed in, and trusted with nothing.",
      resolve: ({ role }) => role ?? null,
    }),
    permissions: t.stringList({ resolve: (viewer) => [...viewer.permissions] }),
  }),
});

builder.queryField("viewer", (t) =>
  t.field({
    type: Viewer,
    description: "Who you are here, and what you may do.",
    resolve: (_parent, _args, { actor }) => actor,
  }),
);
