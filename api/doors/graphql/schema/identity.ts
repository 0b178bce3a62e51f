import type { Actor as ActorShape } from "../../../identity/actor.ts";
import { builder } from "../builder.ts";

export const Actor = builder.objectRef<Pick<ActorShape, "id" | "name">>("Actor").implement({
  description: "Who acts.",
  fields: (t) => ({ id: t.exposeID("id"), name: t.exposeString("name") }),
});

const Viewer = builder.objectRef<ActorShape>("Viewer").implement({
  fields: (t) => ({
    actor: t.field({ type: Actor, resolve: (viewer) => viewer }),
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
