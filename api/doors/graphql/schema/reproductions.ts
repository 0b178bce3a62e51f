import { z } from "zod";
import { runAction } from "../../../actions/run-action.ts";
import { actorName } from "../../../identity/actor-name.ts";
import { LimitExceededError } from "../../../platform/errors.ts";
import { type ReproductionReport, reproductionReportSchema } from "../../../training/reproduction/report.ts";
import { reproduceVersion } from "../../../training/reproduction/reproduce-version.ts";
import { readTrainingEnvironment } from "../../../training/training-environment.ts";
import { builder } from "../builder.ts";
import { scopeOf } from "../context.ts";
import { ReproductionOutcome, ReproductionStatus } from "./enums.ts";
import { commonErrors } from "./errors.ts";
import { RowPrediction } from "./row-predictions.ts";
import { TrainingEnvironment } from "./training-environment.ts";

const MetricDifference = builder.objectRef<ReproductionReport["metrics"][number]>("MetricDifference").implement({
  description: "A metric that came out otherwise than it is recorded.",
  fields: (t) => ({
    name: t.exposeString("name"),
    split: t.exposeString("split"),
    recorded: t.exposeFloat("recorded", { nullable: true }),
    reproduced: t.exposeFloat("reproduced", { nullable: true }),
  }),
});

const ReproducedRow = builder.objectRef<ReproductionReport["shown"][number]>("ReproducedRow").implement({
  description: "A row held out that is predicted otherwise than by the version.",
  fields: (t) => ({
    row: t.exposeInt("row", { description: "Of the data set's file, counted from 0 after its header." }),
    recorded: t.field({ type: RowPrediction, resolve: ({ recorded }) => recorded }),
    reproduced: t.field({ type: RowPrediction, resolve: ({ reproduced }) => reproduced }),
  }),
});

const Comparison = builder.objectRef<ReproductionReport>("ReproductionReport").implement({
  fields: (t) => ({
    artifactSha256: t.exposeString("artifactSha256", { description: "Of the ONNX file that came of it." }),
    rows: t.exposeInt("rows", { description: "Rows held out: all of them were compared." }),
    largestDifference: t.exposeFloat("largestDifference", {
      description: "Of any number that is predicted for such a row; of numbers above 1, the largest part of them.",
    }),
    metrics: t.field({ type: [MetricDifference], resolve: ({ metrics }) => metrics }),
    differingRows: t.exposeInt("differingRows", {
      description: "Rows that are predicted otherwise, by more than 1e-6.",
    }),
    differences: t.field({
      type: [ReproducedRow],
      description: "The first 200 of them.",
      resolve: ({ shown }) => shown,
    }),
  }),
});

export const Reproduction = builder.prismaObject("Reproduction", {
  description: "A version trained again from its record, to see whether the same comes of it.",
  fields: (t) => ({
    id: t.exposeID("id"),
    version: t.relation("version"),
    status: t.expose("status", { type: ReproductionStatus }),
    progress: t.exposeFloat("progress", { description: "0 to 1." }),
    message: t.exposeString("message"),
    outcome: t.expose("outcome", {
      type: ReproductionOutcome,
      nullable: true,
      description:
        "BYTE_EQUAL: the same file; PREDICTIONS_EQUAL: the same predictions and metrics, within 1e-6; null until it has succeeded.",
    }),
    report: t.field({
      type: Comparison,
      nullable: true,
      select: { report: true },
      resolve: ({ report }) => (report === null ? null : reproductionReportSchema.parse(report)),
    }),
    environment: t.field({
      type: TrainingEnvironment,
      nullable: true,
      description: "What it ran in; null while it waits.",
      select: { environment: true },
      resolve: ({ environment }) => readTrainingEnvironment(environment),
    }),
    error: t.exposeString("error", { nullable: true }),
    requestedBy: t.string({
      description: "Who asked for it, by name.",
      select: { actorId: true },
      resolve: ({ actorId }, _args, { services }) => actorName(services.database, actorId),
    }),
    queuedAt: t.expose("queuedAt", { type: "DateTime" }),
    startedAt: t.expose("startedAt", { type: "DateTime", nullable: true }),
    finishedAt: t.expose("finishedAt", { type: "DateTime", nullable: true }),
  }),
});

builder.queryField("reproduction", (t) =>
  t.prismaField({
    type: "Reproduction",
    nullable: true,
    description: "How a reproduction stands: ask until its status is SUCCEEDED or FAILED.",
    authScopes: { permission: "training:read" },
    args: { id: t.arg.id({ required: true }) },
    resolve: (query, _parent, { id }, { services }) =>
      z.uuid().safeParse(id).success ? services.database.reproduction.findUnique({ ...query, where: { id } }) : null,
  }),
);

builder.mutationField("reproduceVersion", (t) =>
  t.prismaField({
    type: "Reproduction",
    description: reproduceVersion.description,
    errors: { types: [...commonErrors, LimitExceededError], union: { name: "ReproduceVersionResult" } },
    args: { model: t.arg.string({ required: true }), version: t.arg.int({ required: true }) },
    resolve: async (query, _parent, input, context) => {
      const { reproductionId: id } = await runAction(reproduceVersion, input, scopeOf(context));
      return context.services.database.reproduction.findUniqueOrThrow({ ...query, where: { id } });
    },
  }),
);
