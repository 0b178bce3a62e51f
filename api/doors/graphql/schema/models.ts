import { runAction, runRead } from "../../../actions/run-action.ts";
import { longestComment } from "../../../audit/audit-events.ts";
import { actorName } from "../../../identity/actor-name.ts";
import { findActiveVersion } from "../../../models/active-model.ts";
import { archiveVersion } from "../../../models/archive-version.ts";
import { type Coefficient as CoefficientShape, coefficientSchema } from "../../../models/coefficient.ts";
import { type VersionsCompared as Compared, compareVersions } from "../../../models/compare-versions.ts";
import { definitionOf, liveModels } from "../../../models/live-models.ts";
import { trainedElsewhere } from "../../../models/logged/logged-definition.ts";
import { metricSchema } from "../../../models/metric.ts";
import { countVersions, newestVersions } from "../../../models/newest-versions.ts";
import { productionAt } from "../../../models/production-at.ts";
import { type PromotionResult, promoteVersion } from "../../../models/promote-version.ts";
import { removeModel } from "../../../models/remove-model.ts";
import type { RemovedModel as RemovedModelShape } from "../../../models/removed-models.ts";
import { rollback } from "../../../models/rollback.ts";
import { inOrderOf } from "../../../models/search/search-input.ts";
import { countFound, searchPage } from "../../../models/search/search-page.ts";
import { modelSearch, versionSearch } from "../../../models/search/searches.ts";
import type { Database, Prisma } from "../../../platform/database.ts";
import { GatesFailedError, StaleAliasError, StalePlanError } from "../../../platform/errors.ts";
import { builder } from "../builder.ts";
import { type GraphQLContext, scopeOf, scopeWithComment } from "../context.ts";
import { checkPage, pageSizes } from "../pages.ts";
import { readTogether } from "../read-together.ts";
import { Stage, Task } from "./enums.ts";
import { commonErrors, registryErrors } from "./errors.ts";
import { Feature } from "./features.ts";
import { Metric } from "./metrics.ts";
import { approvalOf } from "./plans.ts";
import { Proposal } from "./proposal-type.ts";

export const DatasetRef = builder.prismaObject("Dataset", {
  name: "DatasetRef",
  description: "The data that a version was trained on.",
  fields: (t) => ({
    name: t.exposeString("name"),
    sha256: t.exposeString("sha256", { description: "Of the file's bytes." }),
    rows: t.exposeInt("rows"),
    columns: t.exposeStringList("columns"),
    provenance: t.exposeString("provenance"),
  }),
});

const Coefficient = builder.objectRef<CoefficientShape>("Coefficient").implement({
  description: "One learned number of a linear model.",
  fields: (t) => ({
    feature: t.exposeString("feature", { nullable: true, description: "Null: the intercept." }),
    category: t.exposeString("category", {
      nullable: true,
      description:
        "Of a categorical feature: the category that it counts for. Null for a number: then `value` is per standard deviation of the training rows.",
    }),
    class: t.exposeString("class", {
      nullable: true,
      description: "Of a classification: the class whose score it adds to. Of two classes there is one set.",
    }),
    value: t.exposeFloat("value"),
  }),
});

export const ModelVersion = builder.prismaObject("ModelVersion", {
  fields: (t) => ({
    id: t.exposeID("id"),
    model: t.relation("model"),
    version: t.exposeInt("version"),
    stage: t.expose("stage", { type: Stage }),
    algorithm: t.exposeString("algorithm"),
    metrics: t.field({
      type: [Metric],
      select: { metrics: true },
      resolve: ({ metrics }) => metricSchema.array().parse(metrics),
    }),
    params: t.expose("params", { type: "JSON" }),
    coefficients: t.field({
      type: [Coefficient],
      nullable: true,
      description: "What was learned of each feature; null where the algorithm, or an earlier release, did not tell.",
      select: { coefficients: true },
      resolve: ({ coefficients }) => (coefficients ? coefficientSchema.array().parse(coefficients) : null),
    }),
    trainingRun: t.relation("trainingRun", { nullable: true }),
    dataset: t.relation("dataset", { nullable: true }),
    artifactSha256: t.exposeString("artifactSha256", { description: "Of the ONNX file." }),
    artifactBytes: t.exposeInt("artifactBytes"),
    problem: t.exposeString("problem", {
      nullable: true,
      description: "Why it can't answer predictions, and what to do; null when nothing is known against it.",
    }),
    createdAt: t.expose("createdAt", { type: "DateTime" }),
    createdBy: t.string({
      description: "Who asked for it, by name.",
      select: { createdBy: true },
      resolve: ({ createdBy }, _args, { services }) => actorName(services.database, createdBy),
    }),
    promotedAt: t.expose("promotedAt", {
      type: "DateTime",
      nullable: true,
      description: "When it last went into production.",
    }),
  }),
});

/** A model's list knows how many there are, a search can count them. */
function countOf(connection: object): number | Promise<number> {
  const { totalCount } = connection as { totalCount?: number | (() => Promise<number>) };
  return typeof totalCount === "function" ? totalCount() : (totalCount ?? 0);
}

/** How versions are read for what is asked of them. */
type VersionQuery = Pick<Prisma.ModelVersionFindManyArgs, "include" | "take">;

async function countOfVersions(context: GraphQLContext, modelId: string): Promise<number> {
  const read = (ids: string[]) => countVersions(context.services.database, ids);
  return (await readTogether(context, { key: "Model.versions.totalCount", id: modelId, read })) ?? 0;
}

/** The first page of a model's versions, with those of the other models of a list. */
async function firstVersions(context: GraphQLContext, modelId: string, { take = 0, include = {} }: VersionQuery) {
  const { database } = context.services;
  const read = async (modelIds: string[]) => {
    const newest = await newestVersions(database, modelIds, take);
    const idsOf = (versions: { id: string }[]) => versions.map(({ id }) => id);
    const where = { id: { in: [...newest.values()].flatMap(idsOf) } };
    const rows = await database.modelVersion.findMany({ include, where });
    return new Map([...newest].map(([model, versions]) => [model, inOrderOf(idsOf(versions), rows)]));
  };
  const key = `Model.versions ${take} ${JSON.stringify(include)}`;
  return (await readTogether(context, { key, id: modelId, read })) ?? [];
}

async function olderVersions(
  database: Database,
  { modelId, before }: { modelId: string; before: string },
  { take = 0, include = {} }: VersionQuery,
) {
  const last = await database.modelVersion.findFirst({ where: { id: before, modelId }, select: { version: true } });
  if (!last) return [];
  const where = { modelId, version: { lt: last.version } };
  return database.modelVersion.findMany({ include, take, where, orderBy: { version: "desc" } });
}

async function productionNow(context: GraphQLContext, modelId: string, { include = {} }: VersionQuery) {
  const read = async (modelIds: string[]) => {
    const where = { modelId: { in: modelIds }, stage: "PRODUCTION" as const };
    const rows = await context.services.database.modelVersion.findMany({ include, where });
    return new Map(rows.map((row) => [row.modelId, row]));
  };
  const key = `Model.production ${JSON.stringify(include)}`;
  return (await readTogether(context, { key, id: modelId, read })) ?? null;
}

/** The same list, whether it is that of a model or what a search found. */
const ModelVersionEdge = builder.edgeObject({ name: "ModelVersionEdge", type: ModelVersion });
const ModelVersionConnection = builder.connectionObject(
  {
    name: "ModelVersionConnection",
    type: ModelVersion,
    fields: (t) => ({
      totalCount: t.int({
        // So that who asks for the count alone is not given rows as well.
        extensions: { pothosPrismaTotalCount: true },
        resolve: countOf,
      }),
    }),
  },
  ModelVersionEdge,
);

const TargetClass = builder.objectRef<{ value: string; label: string }>("TargetClass").implement({
  fields: (t) => ({
    value: t.exposeString("value", { description: "As predictions give it." }),
    label: t.exposeString("label", { description: "What a person calls it." }),
  }),
});

export const Model = builder.prismaObject("Model", {
  fields: (t) => ({
    id: t.exposeID("id"),
    name: t.exposeString("name"),
    description: t.exposeString("description"),
    task: t.expose("task", { type: Task }),
    features: t.field({
      type: [Feature],
      select: { definition: true },
      resolve: (model) => definitionOf(model).features,
    }),
    target: t.exposeString("target", { description: "The column that is predicted." }),
    classes: t.field({
      type: [TargetClass],
      description: "Of a classification: what can be predicted, in the order of the model's outputs. Else empty.",
      select: { definition: true },
      resolve: (model) => definitionOf(model).target.classes ?? [],
    }),
    versions: t.prismaConnection(
      {
        type: ModelVersion,
        cursor: "id",
        ...pageSizes,
        totalCount: ({ id }, _args, context) => countOfVersions(context, id),
        resolve: ({ cursor, ...page }, { id }, { first, after }, context) => {
          checkPage({ first, after }, pageSizes);
          return cursor?.id
            ? olderVersions(context.services.database, { modelId: id, before: cursor.id }, page)
            : firstVersions(context, id, page);
        },
      },
      ModelVersionConnection,
      ModelVersionEdge,
    ),
    production: t.prismaField({
      type: "ModelVersion",
      nullable: true,
      description:
        "The version that answers predictions; with `at` the one that did then, of whichever model had this name. What it tells of itself is how it stands now.",
      args: { at: t.arg({ type: "DateTime" }) },
      select: { id: true, name: true },
      resolve: async (query, { id, name }, { at }, context) => {
        if (!at) return productionNow(context, id, query);
        const { database } = context.services;
        const then = await productionAt(database, { model: name, at });
        return then && database.modelVersion.findUnique({ ...query, where: { id: then.version.id } });
      },
    }),
    trainable: t.boolean({
      description:
        "Whether a version can be trained here: there is no data set for a model that was logged by a program.",
      select: { definition: true },
      resolve: (model) => definitionOf(model).dataset !== trainedElsewhere,
    }),
    createdAt: t.expose("createdAt", { type: "DateTime" }),
  }),
});

export const RemovedModel = builder.objectRef<RemovedModelShape>("RemovedModel").implement({
  fields: (t) => ({
    name: t.exposeString("name"),
    versions: t.exposeInt("versions"),
    removedAt: t.expose("removedAt", { type: "DateTime" }),
    restorableUntil: t.expose("restorableUntil", {
      type: "DateTime",
      description: "Until then Mutation.restoreModel brings it back; then its files are deleted.",
    }),
  }),
});

export const VersionsCompared = builder.objectRef<Compared>("VersionsCompared").implement({
  description: "Versions of a model side by side, as they stand now.",
  fields: (t) => ({
    model: t.field({ type: Model, resolve: ({ model }) => model }),
    versions: t.field({ type: [ModelVersion], resolve: ({ versions }) => versions }),
  }),
});

const filterSyntax =
  "Conditions in MLflow's syntax: `metrics.accuracy > 0.8 and tags.team = 'risk'`. Joined by AND, OR, NOT and parentheses; =, !=, <, <=, >, >=, LIKE, ILIKE, IN, IS NULL.";
const ofModels =
  "Of name, description, task, target, stage (of a version), creation_timestamp, last_updated_timestamp, aliases and tags; algorithm, metrics and params are those of the version in production.";
const ofVersions =
  "Of name (the model's), version_number, stage, algorithm, description, run_id, creation_timestamp, last_updated_timestamp, promoted_at, aliases, tags, params and metrics (those of the rows held out; `metrics.train.accuracy` is that of the rows trained on).";
const orderSyntax = 'Keys like "metrics.accuracy DESC", at most 4. What has no such value comes last.';

builder.queryFields((t) => ({
  compareVersions: t.field({
    type: VersionsCompared,
    description: compareVersions.description,
    errors: { types: [...commonErrors], union: { name: "CompareVersionsResult" } },
    args: { model: t.arg.string({ required: true }), versions: t.arg.intList({ description: "At most 10." }) },
    resolve: (_parent, { model, versions }, context) =>
      runRead(compareVersions, { model, versions: versions ?? [] }, scopeOf(context)),
  }),
  models: t.prismaConnection(
    {
      type: "Model",
      cursor: "id",
      ...pageSizes,
      authScopes: { permission: "models:read" },
      args: {
        search: t.arg.string({ description: "A part of the name, in upper or lower case." }),
        stage: t.arg({ type: Stage, description: "Those that have a version in it." }),
        filter: t.arg.string({ description: `${filterSyntax} ${ofModels}` }),
        orderBy: t.arg.stringList({ description: orderSyntax }),
      },
      totalCount: (_parent, filter, { services }) => countFound(services.database, modelSearch(filter)),
      resolve: async ({ take, skip: _skip, cursor, ...query }, _parent, { first, after, ...filter }, { services }) => {
        checkPage({ first, after }, pageSizes);
        const { database } = services;
        const ids = await searchPage(database, modelSearch(filter), { take, after: cursor?.id });
        return inOrderOf(ids, await database.model.findMany({ ...query, where: { id: { in: ids } } }));
      },
    },
    { name: "ModelConnection" },
    { name: "ModelEdge" },
  ),
  modelVersions: t.prismaConnection(
    {
      type: "ModelVersion",
      cursor: "id",
      ...pageSizes,
      description: "Versions of all models, the newest first.",
      authScopes: { permission: "models:read" },
      args: {
        model: t.arg.string({ description: "Those of the model of that name." }),
        filter: t.arg.string({ description: `${filterSyntax} ${ofVersions}` }),
        orderBy: t.arg.stringList({ description: orderSyntax }),
      },
      totalCount: (_parent, filter, { services }) => countFound(services.database, versionSearch(filter)),
      resolve: async ({ take, skip: _skip, cursor, ...query }, _parent, { first, after, ...filter }, { services }) => {
        checkPage({ first, after }, pageSizes);
        const { database } = services;
        const ids = await searchPage(database, versionSearch(filter), { take, after: cursor?.id });
        return inOrderOf(ids, await database.modelVersion.findMany({ ...query, where: { id: { in: ids } } }));
      },
    },
    ModelVersionConnection,
    ModelVersionEdge,
  ),
  model: t.prismaField({
    type: "Model",
    nullable: true,
    authScopes: { permission: "models:read" },
    args: { name: t.arg.string({ required: true }) },
    resolve: (query, _parent, { name }, { services }) =>
      services.database.model.findFirst({ ...query, where: { name, ...liveModels } }),
  }),
  modelVersion: t.prismaField({
    type: "ModelVersion",
    nullable: true,
    authScopes: { permission: "models:read" },
    args: { model: t.arg.string({ required: true }), version: t.arg.int({ required: true }) },
    resolve: (query, _parent, { model, version }, { services }) =>
      services.database.modelVersion.findFirst({
        ...query,
        where: { version, model: { name: model, ...liveModels } },
      }),
  }),
  activeModel: t.prismaField({
    type: "ModelVersion",
    nullable: true,
    description:
      "The version that answers predictions when no model is named: the production version promoted last; null when nothing is in production (never an error). With `at`: the one that did then.",
    authScopes: { permission: "models:read" },
    args: { at: t.arg({ type: "DateTime" }) },
    resolve: async (query, _parent, { at }, { services }) => {
      const active = at
        ? (await productionAt(services.database, { at }))?.version
        : await findActiveVersion(services.database);
      if (!active) return null;
      return services.database.modelVersion.findUnique({ ...query, where: { id: active.id } });
    },
  }),
}));

export const VersionResult = builder.errorUnion("VersionResult", {
  types: [ModelVersion, Proposal, ...registryErrors, StaleAliasError, StalePlanError, GatesFailedError],
});

/** What a promotion came to: the version, or the proposal that waits. */
async function loadPromotion(context: GraphQLContext, { proposalId, ...result }: PromotionResult) {
  if (proposalId === null) return loadVersion(context, result);
  return Proposal.addBrand(await context.services.database.proposal.findUniqueOrThrow({ where: { id: proposalId } }));
}

export async function loadVersion({ services }: GraphQLContext, { versionId }: { versionId: string }) {
  return ModelVersion.addBrand(await services.database.modelVersion.findUniqueOrThrow({ where: { id: versionId } }));
}

const shownPlan =
  "Of the plan that was shown (Query.plan): exactly that is done. When something moved since then, nothing is: a STALE_PLAN error.";

const ofComment = `Why, for those who read the history: at most ${longestComment} characters.`;

builder.mutationFields((t) => ({
  promoteVersion: t.field({
    type: VersionResult,
    description: promoteVersion.description,
    args: {
      model: t.arg.string({ required: true }),
      version: t.arg.int({ required: true }),
      expectedCurrent: t.arg.int({
        description:
          "The version that you believe to be in production, 0 for none; another one there is a STALE_ALIAS error.",
      }),
      planDigest: t.arg.string({ description: shownPlan }),
      comment: t.arg.string({ description: ofComment }),
    },
    resolve: async (_parent, { planDigest, comment, ...input }, context) =>
      loadPromotion(
        context,
        await runAction(promoteVersion, input, scopeWithComment(context, comment), approvalOf(planDigest)),
      ),
  }),
  archiveVersion: t.field({
    type: VersionResult,
    description: archiveVersion.description,
    args: {
      model: t.arg.string({ required: true }),
      version: t.arg.int({ required: true }),
      planDigest: t.arg.string({ description: shownPlan }),
      comment: t.arg.string({ description: ofComment }),
    },
    resolve: async (_parent, { planDigest, comment, ...input }, context) =>
      loadVersion(
        context,
        await runAction(archiveVersion, input, scopeWithComment(context, comment), approvalOf(planDigest)),
      ),
  }),
  rollback: t.field({
    type: VersionResult,
    description: rollback.description,
    args: {
      model: t.arg.string({ required: true }),
      version: t.arg.int({ description: "Omitted: the one that was in production before the present one." }),
      planDigest: t.arg.string({ description: shownPlan }),
      comment: t.arg.string({ description: ofComment }),
    },
    resolve: async (_parent, { planDigest, comment, ...input }, context) =>
      loadVersion(
        context,
        await runAction(rollback, input, scopeWithComment(context, comment), approvalOf(planDigest)),
      ),
  }),
  removeModel: t.field({
    type: RemovedModel,
    description: `${removeModel.description} \`confirmName\` must equal \`name\`.`,
    errors: { types: [...registryErrors, StalePlanError], union: { name: "RemoveModelResult" } },
    args: {
      name: t.arg.string({ required: true }),
      confirmName: t.arg.string({ required: true }),
      inProduction: t.arg.boolean({
        description:
          "false: refused with CONFLICT while a version of it is in production. Not given: whatever is there; who types the name in confirmName means it.",
      }),
      planDigest: t.arg.string({ description: shownPlan }),
      comment: t.arg.string({ description: ofComment }),
    },
    resolve: async (_parent, { planDigest, comment, inProduction, ...named }, context) => {
      const input = { ...named, inProduction: inProduction ?? true };
      return runAction(removeModel, input, scopeWithComment(context, comment), approvalOf(planDigest));
    },
  }),
}));
