import type { Prisma } from "../../../../prisma/client/client.ts";
import { NotFoundError } from "../../../platform/errors.ts";
import { countRuns } from "../../../tracking/count-runs.ts";
import { type ExperimentWithTags, findExperiment, searchExperiments } from "../../../tracking/experiments.ts";
import { loggedModelFolder, runFolder } from "../../../tracking/file-paths.ts";
import { type FullLoggedModel, findLoggedModel } from "../../../tracking/logged-models.ts";
import { metricCurve } from "../../../tracking/metric-curve.ts";
import { pageOf } from "../../../tracking/pages.ts";
import { type FullRun, findRun } from "../../../tracking/runs.ts";
import { searchRuns } from "../../../tracking/search-runs.ts";
import { versionsOfLoggedModels, versionsOfRuns } from "../../../tracking/versions-of.ts";
import { builder } from "../builder.ts";
import { type GraphQLContext, scopeOf } from "../context.ts";
import { checkSize, pageSizes } from "../pages.ts";
import { readTogether } from "../read-together.ts";
import { tokenConnection } from "../token-connection.ts";
import { LoggedModelStatus, LoggedRunStatus, LoggedModelUse as Use } from "./enums.ts";
import { filesIn, LoggedFile } from "./logged-files.ts";
import { LoggedMetric, MetricHistory } from "./logged-metrics.ts";
import { ModelVersion } from "./models.ts";
import { Tag } from "./tags.ts";

/** What a program told through MLflow's client: experiments, their runs, and the models that those logged. */

/** Points of a curve: as many as a screen can tell apart. */
const mostPoints = 1_000;
const orderSyntax = 'Keys like "metrics.accuracy DESC", at most 4.';

export const Experiment = builder.objectRef<ExperimentWithTags>("Experiment");
export const LoggedRun = builder.objectRef<FullRun>("LoggedRun");
export const LoggedModel = builder.objectRef<FullLoggedModel>("LoggedModel");

const LoggedDataset = builder.objectRef<FullRun["datasets"][number]>("LoggedDataset").implement({
  description: "A data set that a run says it read.",
  fields: (t) => ({
    name: t.exposeString("name"),
    digest: t.exposeString("digest"),
    sourceType: t.exposeString("sourceType"),
    source: t.exposeString("source", { description: "Where it is, as the program told." }),
    schema: t.exposeString("schema", { nullable: true }),
    profile: t.exposeString("profile", { nullable: true }),
  }),
});

const LoggedModelUse = builder.objectRef<FullRun["models"][number]>("LoggedModelUse").implement({
  description: "A logged model that a run read or made.",
  fields: (t) => ({
    use: t.expose("use", { type: Use }),
    step: t.float({ description: "A whole number.", resolve: ({ step }) => Number(step) }),
    model: t.field({
      type: LoggedModel,
      nullable: true,
      description: "Null when it was deleted, or never begun.",
      resolve: ({ modelId }, _args, context) => orNull(findLoggedModel(scopeOf(context), modelId)),
    }),
  }),
});

LoggedRun.implement({
  description: "A run of a program outside, as it told of it: not one of the training queue.",
  fields: (t) => ({
    id: t.exposeID("id"),
    experiment: t.field({
      type: Experiment,
      resolve: ({ experimentId }, _args, context) => findExperiment(scopeOf(context), String(experimentId)),
    }),
    name: t.exposeString("name"),
    status: t.expose("status", { type: LoggedRunStatus }),
    startedBy: t.exposeString("userName", { description: "Who the program says it runs for." }),
    startedAt: t.expose("startedAt", { type: "DateTime" }),
    endedAt: t.expose("endedAt", { type: "DateTime", nullable: true }),
    deletedAt: t.expose("deletedAt", { type: "DateTime", nullable: true }),
    params: t.field({ type: [Tag], description: "By key.", resolve: ({ params }) => params }),
    tags: t.field({ type: [Tag], description: "By key.", resolve: ({ tags }) => tags }),
    metrics: t.field({
      type: [LoggedMetric],
      description: "The latest of each, by key.",
      resolve: ({ metrics }) => metrics,
    }),
    metricHistory: t.field({
      type: MetricHistory,
      args: {
        key: t.arg.string({ required: true }),
        most: t.arg.int({ defaultValue: 200, description: `Points of it; 2 to ${mostPoints}.` }),
      },
      complexity: ({ most }) => ({ field: 1, multiplier: Math.ceil((most ?? 200) / 20) }),
      resolve: ({ id }, { key, most }, context) => {
        checkSize("most", most, { least: 2, most: mostPoints });
        return metricCurve(scopeOf(context), { runId: id, key, most: most ?? 200 });
      },
    }),
    datasets: t.field({ type: [LoggedDataset], resolve: ({ datasets }) => datasets }),
    models: t.field({ type: [LoggedModelUse], resolve: ({ models }) => models }),
    files: t.field({
      type: [LoggedFile],
      args: { path: t.arg.string({ description: "A folder of the run; omitted: what stands at the top." }) },
      resolve: (run, { path }, context) => filesIn(scopeOf(context), runFolder(run), path),
    }),
    parent: t.field({
      type: LoggedRun,
      nullable: true,
      description: "The run that this one is nested in.",
      resolve: ({ tags }, _args, context) => {
        const id = tags.find(({ key }) => key === parentTag)?.value;
        return id === undefined ? null : orNull(findRun(scopeOf(context), id));
      },
    }),
    versions: t.prismaField({
      type: [ModelVersion],
      description: "Versions of models here that were registered of it, the newest first.",
      resolve: (query, { id }, _args, context) => versionsTogether(context, { of: versionsOfRuns, id, query }),
    }),
  }),
});

LoggedModel.implement({
  description: "A model that a program logged. It is nothing of the registry until it is registered as a version.",
  fields: (t) => ({
    id: t.exposeID("id"),
    name: t.exposeString("name"),
    status: t.expose("status", { type: LoggedModelStatus }),
    modelType: t.exposeString("modelType", { description: "As the program told; empty when it did not." }),
    experiment: t.field({
      type: Experiment,
      resolve: ({ experimentId }, _args, context) => findExperiment(scopeOf(context), String(experimentId)),
    }),
    run: t.field({
      type: LoggedRun,
      nullable: true,
      description: "The run that made it; null when none did.",
      resolve: ({ sourceRunId }, _args, context) =>
        sourceRunId === null ? null : orNull(findRun(scopeOf(context), sourceRunId)),
    }),
    params: t.field({ type: [Tag], description: "By key.", resolve: ({ params }) => pairs(params) }),
    tags: t.field({ type: [Tag], description: "By key.", resolve: ({ tags }) => pairs(tags) }),
    metrics: t.field({
      type: [LoggedMetric],
      description: "The latest of each, by key and data set.",
      resolve: ({ metrics }) => metrics,
    }),
    files: t.field({
      type: [LoggedFile],
      args: { path: t.arg.string({ description: "A folder of the model; omitted: what stands at the top." }) },
      resolve: (model, { path }, context) => filesIn(scopeOf(context), loggedModelFolder(model), path),
    }),
    versions: t.prismaField({
      type: [ModelVersion],
      description: "Versions of models here that were registered of it, the newest first.",
      resolve: (query, { id }, _args, context) => versionsTogether(context, { of: versionsOfLoggedModels, id, query }),
    }),
    createdAt: t.expose("createdAt", { type: "DateTime" }),
  }),
});

Experiment.implement({
  description: "What runs of programs outside belong to.",
  fields: (t) => ({
    id: t.id({ resolve: ({ id }) => String(id) }),
    name: t.exposeString("name"),
    tags: t.field({ type: [Tag], description: "By key.", resolve: ({ tags }) => tags }),
    createdAt: t.expose("createdAt", { type: "DateTime" }),
    updatedAt: t.expose("updatedAt", { type: "DateTime" }),
    deletedAt: t.expose("deletedAt", { type: "DateTime", nullable: true }),
    runCount: t.int({
      description: "How many runs it has that match; deleted ones are not counted.",
      args: { filter: t.arg.string({ description: "As that of `runs`." }) },
      resolve: ({ id }, { filter }, context) => countRuns(scopeOf(context), { experiment: String(id), filter }),
    }),
    runs: t.connection(
      {
        type: LoggedRun,
        ...pageSizes,
        description: "Its runs, the newest first where the order says nothing else; deleted ones are left out.",
        args: {
          filter: t.arg.string({
            description:
              "Conditions in MLflow's syntax: `metrics.accuracy > 0.8 and params.C = '1.0'`. Of status, run_name, start_time, metrics, params and tags.",
          }),
          orderBy: t.arg.stringList({ description: orderSyntax }),
        },
        resolve: async ({ id }, { first, after, filter, orderBy }, context) => {
          checkSize("first", first, { least: 0, most: pageSizes.maxSize });
          const page = pageOf(after, first ?? pageSizes.defaultSize, "after");
          const found = await searchRuns(scopeOf(context), {
            experimentIds: [String(id)],
            liveness: "LIVE",
            filter: filter ?? undefined,
            orderBy: orderBy ?? [],
            page,
          });
          return tokenConnection(page, found);
        },
      },
      { name: "LoggedRunConnection" },
      { name: "LoggedRunEdge" },
    ),
  }),
});

builder.queryFields((t) => ({
  experiments: t.connection(
    {
      type: Experiment,
      ...pageSizes,
      description: "Experiments of programs outside, the newest first; deleted ones are left out.",
      authScopes: { permission: "tracking:read" },
      args: {
        filter: t.arg.string({ description: "Conditions in MLflow's syntax, of name, times and tags." }),
        orderBy: t.arg.stringList({ description: orderSyntax }),
      },
      resolve: async (_parent, { first, after, filter, orderBy }, context) => {
        checkSize("first", first, { least: 0, most: pageSizes.maxSize });
        const page = pageOf(after, first ?? pageSizes.defaultSize, "after");
        const found = await searchExperiments(scopeOf(context), {
          liveness: "LIVE",
          filter: filter ?? undefined,
          orderBy: orderBy ?? [],
          page,
        });
        return tokenConnection(page, found);
      },
    },
    { name: "ExperimentConnection" },
    { name: "ExperimentEdge" },
  ),
  experiment: t.field({
    type: Experiment,
    nullable: true,
    authScopes: { permission: "tracking:read" },
    args: { id: t.arg.id({ required: true }) },
    resolve: (_parent, { id }, context) => orNull(findExperiment(scopeOf(context), id)),
  }),
  loggedRun: t.field({
    type: LoggedRun,
    nullable: true,
    description: "A run of a program outside, by the id that its client has.",
    authScopes: { permission: "tracking:read" },
    args: { id: t.arg.id({ required: true }) },
    resolve: (_parent, { id }, context) => orNull(findRun(scopeOf(context), id)),
  }),
  loggedModel: t.field({
    type: LoggedModel,
    nullable: true,
    description: "A model that a program logged, by the id that its client has.",
    authScopes: { permission: "tracking:read" },
    args: { id: t.arg.id({ required: true }) },
    resolve: (_parent, { id }, context) => orNull(findLoggedModel(scopeOf(context), id)),
  }),
}));

/** In which programs name the run that theirs is nested in. */
const parentTag = "mlflow.parentRunId";

/** What is not there is null, as everywhere that one thing is looked up. */
export async function orNull<Found>(finding: Promise<Found>): Promise<Found | null> {
  try {
    return await finding;
  } catch (error) {
    if (error instanceof NotFoundError) return null;
    throw error;
  }
}

function pairs(json: Prisma.JsonValue): { key: string; value: string }[] {
  return Object.entries(json as Record<string, string>)
    .map(([key, value]) => ({ key, value }))
    .sort((one, other) => (one.key < other.key ? -1 : 1));
}

/** Of a list of runs at once. */
async function versionsTogether(
  context: GraphQLContext,
  { of, id, query }: { of: typeof versionsOfRuns; id: string; query: { include?: object; select?: object } },
) {
  const { database } = context.services;
  const { include = {} } = query as Pick<Prisma.ModelVersionFindManyArgs, "include">;
  const read = async (ids: string[]) => {
    const versions = await of(database, ids);
    const rows = await database.modelVersion.findMany({
      include,
      where: { id: { in: [...versions.values()].flat() } },
    });
    const byId = new Map(rows.map((row) => [row.id, row]));
    return new Map([...versions].map(([each, found]) => [each, found.flatMap((version) => byId.get(version) ?? [])]));
  };
  return (await readTogether(context, { key: `${of.name} ${JSON.stringify(include)}`, id, read })) ?? [];
}
