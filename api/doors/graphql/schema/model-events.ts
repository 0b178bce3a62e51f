import { newestChange, readModelEvents, type ModelEvent as Shape } from "../../../models/model-events.ts";
import { builder } from "../builder.ts";
import { openStream } from "../open-stream.ts";
import { ModelEventType } from "./enums.ts";

const ModelEvent = builder.objectRef<Shape>("ModelEvent").implement({
  description: "A change of the registry.",
  fields: (t) => ({
    seq: t.exposeInt("seq"),
    type: t.expose("type", { type: ModelEventType }),
    model: t.exposeString("model"),
    version: t.exposeInt("version", { nullable: true, description: "Null when it happened to the model as a whole." }),
    name: t.exposeString("name", { nullable: true, description: "Of an alias: its name; of a tag: its key." }),
    actor: t.exposeString("actor", { description: "Who did it, by name." }),
    at: t.expose("at", { type: "DateTime" }),
  }),
});

builder.subscriptionField("modelEvents", (t) =>
  t.field({
    type: ModelEvent,
    description:
      "Registered, promoted, archived, rolled back, removed, given another name, tag or description: what happens from now on.",
    authScopes: { permission: "models:read" },
    args: { model: t.arg.string() },
    subscribe: (_parent, { model }, context) =>
      openStream(context, async () => {
        const { database, pubSub } = context.services;
        return {
          after: await newestChange(database),
          read: (after) => readModelEvents(database, after, model),
          subscribe: (wake) => {
            const stops = [pubSub.listen("model_event", wake), pubSub.onGap(wake)];
            return () => stops.forEach((stop) => void stop());
          },
        };
      }),
    resolve: (event) => event,
  }),
);
