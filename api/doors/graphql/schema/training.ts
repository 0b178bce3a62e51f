import { z } from "zod";
import { runAction } from "../../../actions/run-action.ts";
import { definitionOf } from "../../../models/live-models.ts";
import { metricSchema } from "../../../models/metric.ts";
import { InvalidInputError, LimitExceededError, NotFoundError } from "../../../platform/errors.ts";
import { noteLogIds } from "../../../platform/log-ids.ts";
import { checkSeqIsReached, seqCursor } from "../../../platform/seq-cursor.ts";
import { cancelTraining } from "../../../training/cancel-training.ts";
import { splitOf } from "../../../training/split-rows.ts";
import { testSizeRule } from "../../../training/test-size.ts";
import { trainModel } from "../../../training/train-model.ts";
import { builder } from "../builder.ts";
import { scopeOf } from "../context.ts";
import { openStream } from "../open-stream.ts";
import { checkPage, pageSizes } from "../pages.ts";
import { TrainingEventType, TrainingStatus } from "./enums.ts";
import { commonErrors, registryErrors } from "./errors.ts";
import { Metric } from "./metrics.ts";
import { DatasetRef } from "./models.ts";

const TrainingEvent = builder.prismaObject("TrainingEvent", {
  fields: (t) => ({
    seq: t.exposeInt("seq"),
    runId: t.exposeID("runId"),
    type: t.expose("type", { type: TrainingEventType }),
    progress: t.exposeFloat("progress", { description: "0 to 1." }),
    message: t.exposeString("message"),
    metrics: t.field({
      type: [Metric],
      select: { metrics: true },
      resolve: ({ metrics }) => metricSchema.array().parse(metrics),
    }),
    at: t.expose("at", { type: "DateTime" }),
  }),
});

const HoldoutRows = builder.objectRef<{ train: number[]; test: number[] }>("HoldoutRows").implement({
  description: "Data rows of the data set's file, counted from 0 after its header.",
  fields: (t) => ({ train: t.exposeIntList("train"), test: t.exposeIntList("test") }),
});

export const TrainingRun = builder.prismaObject("TrainingRun", {
  fields: (t) => ({
    id: t.exposeID("id"),
    model: t.string({ select: { model: { select: { name: true } } }, resolve: (run) => run.model.name }),
    status: t.expose("status", { type: TrainingStatus }),
    progress: t.exposeFloat("progress", { description: "0 to 1." }),
    version: t.relation("version", { nullable: true }),
    metrics: t.field({
      type: [Metric],
      select: { metrics: true },
      resolve: ({ metrics }) => metricSchema.array().parse(metrics),
    }),
    rows: t.exposeInt("rows", {
      nullable: true,
      description: "Rows used: those that have every feature and the target.",
    }),
    trainRows: t.exposeInt("trainRows", { nullable: true }),
    testRows: t.exposeInt("testRows", { nullable: true }),
    algorithm: t.exposeString("algorithm"),
    testSize: t.exposeFloat("testSize", { description: "The fraction of the rows that is held out." }),
    seed: t.exposeInt("seed"),
    params: t.expose("params", { type: "JSON" }),
    dataset: t.relation("dataset", { type: DatasetRef }),
    split: t.field({
      type: HoldoutRows,
      description:
        "Which rows of the data set were trained on and which held out, so that anyone can train on the same ones.",
      select: {
        testSize: true,
        seed: true,
        dataset: { select: { name: true } },
        model: { select: { definition: true } },
      },
      complexity: 100,
      resolve: ({ testSize, seed, dataset, model }) =>
        splitOf({ dataset: dataset.name, definition: definitionOf(model), testSize, seed }),
    }),
    error: t.exposeString("error", { nullable: true }),
    queuedAt: t.expose("queuedAt", { type: "DateTime" }),
    startedAt: t.expose("startedAt", { type: "DateTime", nullable: true }),
    finishedAt: t.expose("finishedAt", { type: "DateTime", nullable: true }),
    events: t.relation("events", { args: {}, query: { orderBy: { seq: "desc" }, take: 200 } }),
  }),
});

const TrainModelInput = builder.inputType("TrainModelInput", {
  fields: (t) => ({
    model: t.string({ required: true }),
    dataset: t.string({ description: "Another data set than the model's own." }),
    algorithm: t.string(),
    testSize: t.float({ description: testSizeRule }),
    seed: t.int(),
    params: t.field({ type: "JSON", description: "Of the algorithm." }),
  }),
});

const isUuid = (text: string) => z.uuid().safeParse(text).success;

builder.queryFields((t) => ({
  trainingRun: t.prismaField({
    type: "TrainingRun",
    nullable: true,
    authScopes: { permission: "training:read" },
    args: { id: t.arg.id({ required: true }) },
    resolve: (query, _parent, { id }, { services }) =>
      isUuid(id) ? services.database.trainingRun.findUnique({ ...query, where: { id } }) : null,
  }),
  trainingRuns: t.prismaConnection(
    {
      type: "TrainingRun",
      cursor: "id",
      ...pageSizes,
      authScopes: { permission: "training:read" },
      args: { model: t.arg.string({ description: "Its name. Runs of a removed model of that name are among them." }) },
      totalCount: (_parent, { model }, { services }) => services.database.trainingRun.count({ where: ofModel(model) }),
      resolve: (query, _parent, { model, ...page }, { services }) => {
        checkPage(page, pageSizes);
        return services.database.trainingRun.findMany({ ...query, where: ofModel(model), orderBy: { id: "desc" } });
      },
    },
    { name: "TrainingRunConnection" },
    { name: "TrainingRunEdge" },
  ),
}));

function ofModel(model: string | null | undefined) {
  return model ? { model: { name: model } } : {};
}

builder.mutationFields((t) => ({
  trainModel: t.prismaField({
    type: "TrainingRun",
    description: trainModel.description,
    errors: { types: [...registryErrors, LimitExceededError], union: { name: "TrainModelResult" } },
    args: { input: t.arg({ type: TrainModelInput, required: true }) },
    resolve: async (query, _parent, { input }, context) => {
      const given = Object.fromEntries(
        Object.entries(input).filter(([, value]) => value !== null && value !== undefined),
      );
      const { runId } = await runAction(trainModel, given, scopeOf(context));
      noteLogIds({ runId });
      return context.services.database.trainingRun.findUniqueOrThrow({ ...query, where: { id: runId } });
    },
  }),
  cancelTraining: t.prismaField({
    type: "TrainingRun",
    description: cancelTraining.description,
    errors: { types: [...commonErrors], union: { name: "CancelTrainingResult" } },
    args: { runId: t.arg.id({ required: true }) },
    resolve: async (query, _parent, { runId }, context) => {
      const result = await runAction(cancelTraining, { runId }, scopeOf(context));
      return context.services.database.trainingRun.findUniqueOrThrow({ ...query, where: { id: result.runId } });
    },
  }),
}));

builder.subscriptionField("trainingProgress", (t) =>
  t.field({
    type: TrainingEvent,
    description:
      "The run's events after `after` (from the first one when omitted), then what comes, until the run has ended. An `after` that the run has not come to is INVALID_INPUT.",
    authScopes: { permission: "training:read" },
    args: { runId: t.arg.id({ required: true }), after: t.arg.int() },
    subscribe: (_parent, { runId, after }, context) => {
      const { database, pubSub } = context.services;
      return openStream(context, async () => {
        if (!isUuid(runId))
          throw new InvalidInputError("runId must be a UUID.", [{ path: "runId", message: "must be a UUID" }]);
        noteLogIds({ runId });
        const cursor = seqCursor(after);
        const run = await database.trainingRun.findUnique({
          where: { id: runId },
          select: { status: true, lastSeq: true },
        });
        if (!run) throw new NotFoundError("There is no such training run.");
        checkSeqIsReached(cursor, run.lastSeq);
        const over = run.status !== "QUEUED" && run.status !== "RUNNING";
        return {
          after: cursor,
          ended: over && cursor === run.lastSeq,
          read: (seen) =>
            database.trainingEvent.findMany({
              where: { runId, seq: { gt: seen } },
              orderBy: { seq: "asc" },
              take: 500,
            }),
          subscribe: (wake) => {
            const stops = [
              pubSub.listen("training_event", (message) => {
                if (message.runId === runId) wake();
              }),
              pubSub.onGap(wake),
            ];
            return () => stops.forEach((stop) => void stop());
          },
          isLast: (event) => event.type === "SUCCEEDED" || event.type === "FAILED" || event.type === "CANCELLED",
        };
      });
    },
    resolve: (event) => event,
  }),
);
