import { runAction } from "../../../actions/run-action.ts";
import { actorName } from "../../../identity/actor-name.ts";
import { modelEventTypes } from "../../../models/model-events.ts";
import { LimitExceededError } from "../../../platform/errors.ts";
import { type CreatedWebhook, createWebhook } from "../../../webhooks/create-webhook.ts";
import { type DeletedWebhook as Deleted, deleteWebhook } from "../../../webhooks/delete-webhook.ts";
import { listWebhooks } from "../../../webhooks/list-webhooks.ts";
import { mostKept } from "../../../webhooks/prune-deliveries.ts";
import { redeliverWebhook } from "../../../webhooks/redeliver-webhook.ts";
import { testWebhook } from "../../../webhooks/test-webhook.ts";
import { builder } from "../builder.ts";
import { scopeOf } from "../context.ts";
import { checkPage, pagesOf } from "../pages.ts";
import { DeliveryStatus, ModelEventType } from "./enums.ts";
import { commonErrors } from "./errors.ts";

const deliveryPages = pagesOf(20, 100);

builder.prismaObject("WebhookDelivery", {
  description: "An event for a webhook, and how its sending went.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "`msg_` before it is the `webhook-id` of every attempt." }),
    event: t.exposeString("event", { description: 'The type in its body: "model.promoted".' }),
    body: t.exposeString("body", { description: "What is sent: JSON with type, timestamp and data." }),
    status: t.expose("status", { type: DeliveryStatus }),
    attempts: t.exposeInt("attempts"),
    nextAttemptAt: t.field({
      type: "DateTime",
      nullable: true,
      description: "Null when it is over.",
      select: { nextAttemptAt: true, status: true },
      resolve: ({ nextAttemptAt, status }) => (status === "PENDING" ? nextAttemptAt : null),
    }),
    responseCode: t.exposeInt("responseCode", { nullable: true, description: "Of the last attempt's answer." }),
    responseExcerpt: t.exposeString("responseExcerpt", {
      nullable: true,
      description: "The beginning of that answer's body: at most 2000 characters.",
    }),
    error: t.exposeString("error", { nullable: true, description: "Why the last attempt did not do." }),
    durationMs: t.exposeInt("durationMs", { nullable: true }),
    createdAt: t.expose("createdAt", { type: "DateTime" }),
    finishedAt: t.expose("finishedAt", { type: "DateTime", nullable: true }),
  }),
});

builder.prismaObject("Webhook", {
  description: "Another system that is told of what changes in the registry, by the rules of standardwebhooks.com.",
  fields: (t) => ({
    id: t.exposeID("id"),
    url: t.exposeString("url"),
    events: t.field({
      type: [ModelEventType],
      description: "None: all.",
      select: { events: true },
      resolve: ({ events }) => modelEventTypes.filter((type) => events.includes(type)),
    }),
    active: t.exposeBoolean("active"),
    inactiveReason: t.exposeString("inactiveReason", { nullable: true }),
    createdAt: t.expose("createdAt", { type: "DateTime" }),
    createdBy: t.string({
      description: "Who made it, by name.",
      select: { createdBy: true },
      resolve: ({ createdBy }, _args, { services }) => actorName(services.database, createdBy),
    }),
    deliveries: t.relatedConnection(
      "deliveries",
      {
        cursor: "id",
        ...deliveryPages,
        description: `The newest first. Of those that are over ${mostKept} are kept, for 30 days.`,
        args: { status: t.arg({ type: DeliveryStatus }) },
        query: ({ status, ...page }) => {
          checkPage(page, deliveryPages);
          return { orderBy: { id: "desc" }, ...(status ? { where: { status } } : {}) };
        },
      },
      { name: "WebhookDeliveryConnection" },
      { name: "WebhookDeliveryEdge" },
    ),
  }),
});

const WebhookCreated = builder.objectRef<CreatedWebhook>("WebhookCreated").implement({
  fields: (t) => ({
    webhook: t.prismaField({
      type: "Webhook",
      resolve: (query, { webhookId: id }, _args, { services }) =>
        services.database.webhook.findUniqueOrThrow({ ...query, where: { id } }),
    }),
    secret: t.exposeString("secret", {
      description: "What deliveries are signed with. Keep it: it is not told again.",
    }),
  }),
});

const WebhookDeleted = builder
  .objectRef<Deleted>("WebhookDeleted")
  .implement({ fields: (t) => ({ id: t.exposeID("id") }) });

builder.queryField("webhooks", (t) =>
  t.prismaField({
    type: ["Webhook"],
    description: listWebhooks.description,
    authScopes: { permission: listWebhooks.permission },
    complexity: { field: 1, multiplier: 50 },
    resolve: (query, _parent, _args, { services }) =>
      services.database.webhook.findMany({ ...query, orderBy: { id: "asc" } }),
  }),
);

builder.mutationFields((t) => ({
  createWebhook: t.field({
    type: WebhookCreated,
    description: createWebhook.description,
    errors: { types: [...commonErrors, LimitExceededError], union: { name: "CreateWebhookResult" } },
    args: {
      url: t.arg.string({ required: true }),
      events: t.arg({ type: [ModelEventType], description: "Omitted or none: all, of kinds that come later too." }),
    },
    resolve: (_parent, { url, events }, context) =>
      runAction(createWebhook, { url, events: events ?? undefined }, scopeOf(context)),
  }),
  deleteWebhook: t.field({
    type: WebhookDeleted,
    description: deleteWebhook.description,
    errors: { types: [...commonErrors], union: { name: "DeleteWebhookResult" } },
    args: { id: t.arg.id({ required: true }) },
    resolve: (_parent, input, context) => runAction(deleteWebhook, input, scopeOf(context)),
  }),
  testWebhook: t.prismaField({
    type: "WebhookDelivery",
    description: testWebhook.description,
    errors: { types: [...commonErrors], union: { name: "TestWebhookResult" } },
    args: { id: t.arg.id({ required: true }) },
    resolve: async (query, _parent, input, context) => {
      const { deliveryId: id } = await runAction(testWebhook, input, scopeOf(context));
      return context.services.database.webhookDelivery.findUniqueOrThrow({ ...query, where: { id } });
    },
  }),
  redeliverWebhook: t.prismaField({
    type: "WebhookDelivery",
    description: redeliverWebhook.description,
    errors: { types: [...commonErrors], union: { name: "RedeliverWebhookResult" } },
    args: { deliveryId: t.arg.id({ required: true }) },
    resolve: async (query, _parent, input, context) => {
      const { deliveryId: id } = await runAction(redeliverWebhook, input, scopeOf(context));
      return context.services.database.webhookDelivery.findUniqueOrThrow({ ...query, where: { id } });
    },
  }),
}));
