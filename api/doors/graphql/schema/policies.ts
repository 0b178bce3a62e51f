import { runAction } from "../../../actions/run-action.ts";
import { actorName } from "../../../identity/actor-name.ts";
import { policyGates } from "../../../models/policy/policy.ts";
import { setPolicy } from "../../../models/set-policy.ts";
import { builder } from "../builder.ts";
import { scopeWithComment } from "../context.ts";
import { commonErrors } from "./errors.ts";
import { Model } from "./models.ts";

interface PolicyShape {
  revision: number;
  gates: unknown;
  approvals: number;
  changedAt: Date | null;
  changedBy: string | null;
}

/** A model that was never given one. */
const none: PolicyShape = { revision: 0, gates: {}, approvals: 0, changedAt: null, changedBy: null };

const NotWorseGate = builder.objectRef<{ metric?: string | undefined; tolerance: number }>("NotWorseGate").implement({
  description: "Not worse than the version in production, both measured on the rows that both held out.",
  fields: (t) => ({
    metric: t.string({
      nullable: true,
      description: "Null: log loss of a classification, RMSE of a regression.",
      resolve: ({ metric }) => metric ?? null,
    }),
    tolerance: t.exposeFloat("tolerance", { description: "By how much it may be worse all the same." }),
  }),
});

const MetricBound = builder
  .objectRef<{ name: string; atLeast?: number | undefined; atMost?: number | undefined }>("MetricBound")
  .implement({
    description: "A bound on a metric of the rows held out.",
    fields: (t) => ({
      name: t.exposeString("name"),
      atLeast: t.float({ nullable: true, resolve: ({ atLeast }) => atLeast ?? null }),
      atMost: t.float({ nullable: true, resolve: ({ atMost }) => atMost ?? null }),
    }),
  });

const ModelPolicy = builder.objectRef<PolicyShape>("ModelPolicy").implement({
  description:
    "What a version must hold to be promoted, besides that its file can answer and that it beats its baseline. A rollback is free of it.",
  fields: (t) => ({
    revision: t.exposeInt("revision", { description: "0: never set." }),
    notWorse: t.field({
      type: NotWorseGate,
      nullable: true,
      resolve: ({ gates }) => policyGates.parse(gates).notWorse ?? null,
    }),
    metrics: t.field({ type: [MetricBound], resolve: ({ gates }) => policyGates.parse(gates).metrics }),
    parity: t.boolean({
      description: "The ONNX file, run anew on the rows held out, gives the metrics that were registered.",
      resolve: ({ gates }) => policyGates.parse(gates).parity,
    }),
    description: t.boolean({
      description: "The version has a description.",
      resolve: ({ gates }) => policyGates.parse(gates).description,
    }),
    approvals: t.exposeInt("approvals", { description: "Persons who have to agree besides the one who promotes." }),
    changedAt: t.expose("changedAt", { type: "DateTime", nullable: true }),
    changedBy: t.string({
      nullable: true,
      description: "By name.",
      resolve: ({ changedBy }, _args, { services }) =>
        changedBy === null ? null : actorName(services.database, changedBy),
    }),
  }),
});

builder.prismaObjectField("Model", "policy", (t) =>
  t.field({ type: ModelPolicy, select: { policy: true }, resolve: ({ policy }) => policy ?? none }),
);

const NotWorseInput = builder.inputType("NotWorseInput", {
  fields: (t) => ({
    metric: t.string({ description: "accuracy, roc_auc, log_loss, rmse, mae or r2; omitted: the one that decides." }),
    tolerance: t.float({ defaultValue: 0 }),
  }),
});

const MetricBoundInput = builder.inputType("MetricBoundInput", {
  fields: (t) => ({ name: t.string({ required: true }), atLeast: t.float(), atMost: t.float() }),
});

const SetPolicyInput = builder.inputType("SetPolicyInput", {
  fields: (t) => ({
    model: t.string({ required: true }),
    notWorse: t.field({ type: NotWorseInput }),
    metrics: t.field({ type: [MetricBoundInput], description: "At most 20." }),
    parity: t.boolean({ defaultValue: false }),
    description: t.boolean({ defaultValue: false }),
    approvals: t.int({ defaultValue: 0, description: "0 or 1." }),
    expectedRevision: t.int({ description: "The revision that you have seen; another one there is a CONFLICT." }),
  }),
});

builder.mutationField("setPolicy", (t) =>
  t.prismaField({
    type: Model,
    description: setPolicy.description,
    errors: { types: [...commonErrors], union: { name: "SetPolicyResult" } },
    args: { input: t.arg({ type: SetPolicyInput, required: true }), comment: t.arg.string() },
    resolve: async (query, _parent, { input, comment }, context) => {
      const { model, approvals, expectedRevision, notWorse, metrics, parity, description } = input;
      const gates = {
        notWorse: notWorse && { metric: notWorse.metric, tolerance: notWorse.tolerance ?? 0 },
        metrics: metrics ?? [],
        parity: parity ?? false,
        description: description ?? false,
      };
      const given = { model, gates, approvals: approvals ?? 0, expectedRevision };
      const { modelId } = await runAction(setPolicy, given, scopeWithComment(context, comment));
      return context.services.database.model.findUniqueOrThrow({ ...query, where: { id: modelId } });
    },
  }),
);
