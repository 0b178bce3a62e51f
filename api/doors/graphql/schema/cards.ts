import { pendingStatus } from "../../../chat/pending-requests.ts";
import type { CardOf } from "../../../chat/reply.ts";
import { actorName } from "../../../identity/actor-name.ts";
import { definitionOf } from "../../../models/live-models.ts";
import { builder } from "../builder.ts";
import type { GraphQLContext } from "../context.ts";
import { PendingStatus, Stage, Task } from "./enums.ts";
import { Feature } from "./features.ts";
import { SlotEvidence } from "./interpretation.ts";
import { Metric } from "./metrics.ts";

/** How the request behind a card stands now: a card that was answered elsewhere shows so. */
async function statusOf({ requestId }: { requestId: string }, { services }: GraphQLContext) {
  const request = await services.database.pendingRequest.findUnique({ where: { id: requestId } });
  return request ? pendingStatus(request, services.clock.now()) : "EXPIRED";
}

async function featuresOf(name: string, { services }: GraphQLContext) {
  const model = await services.database.model.findFirst({
    where: { name },
    orderBy: [{ removedAt: { sort: "desc", nulls: "first" } }],
    select: { definition: true },
  });
  return model ? definitionOf(model).features : [];
}

const ModelTableRow = builder.objectRef<CardOf<"ModelTable">["rows"][number]>("ModelTableRow").implement({
  fields: (t) => ({
    name: t.exposeString("name"),
    description: t.exposeString("description"),
    task: t.expose("task", { type: Task }),
    versions: t.exposeInt("versions"),
    production: t.exposeInt("production", { nullable: true }),
    latest: t.exposeInt("latest", { nullable: true }),
    accuracy: t.exposeFloat("accuracy", { nullable: true, description: "Null for a regression." }),
    metric: t.field({
      type: Metric,
      nullable: true,
      description: "Of the version in production, else the latest: accuracy of a classification, RMSE of a regression.",
      resolve: (row) => row.metric,
    }),
  }),
});
const TrainableModel = builder.objectRef<CardOf<"ModelTable">["trainable"][number]>("TrainableModel").implement({
  fields: (t) => ({
    name: t.exposeString("name"),
    description: t.exposeString("description"),
    command: t.exposeString("command", { description: "What to say to train it." }),
  }),
});
const ModelTable = builder.objectRef<CardOf<"ModelTable">>("ModelTable").implement({
  fields: (t) => ({
    rows: t.field({ type: [ModelTableRow], resolve: (card) => card.rows }),
    trainable: t.field({
      type: [TrainableModel],
      description: "Shipped definitions that were never trained, or were removed.",
      resolve: (card) => card.trainable,
    }),
  }),
});

const DatasetSummary = builder.objectRef<NonNullable<CardOf<"VersionCard">["dataset"]>>("DatasetSummary").implement({
  fields: (t) => ({
    name: t.exposeString("name"),
    sha256: t.exposeString("sha256"),
    rows: t.exposeInt("rows"),
    columns: t.exposeStringList("columns"),
  }),
});
const VersionCard = builder.objectRef<CardOf<"VersionCard">>("VersionCard").implement({
  description: "A version as it was when the reply was made.",
  fields: (t) => ({
    model: t.exposeString("model"),
    version: t.exposeInt("version"),
    stage: t.expose("stage", { type: Stage }),
    algorithm: t.exposeString("algorithm"),
    metrics: t.field({ type: [Metric], resolve: (card) => card.metrics }),
    features: t.field({ type: [Feature], resolve: (card, _args, context) => featuresOf(card.model, context) }),
    dataset: t.field({ type: DatasetSummary, nullable: true, resolve: (card) => card.dataset }),
    createdAt: t.expose("createdAt", { type: "DateTime" }),
    createdBy: t.string({
      description: "Who asked for it, by name.",
      resolve: ({ createdBy }, _args, { services }) => actorName(services.database, createdBy),
    }),
  }),
});

const ComparedVersion = builder
  .objectRef<CardOf<"VersionComparison">["versions"][number]>("ComparedVersion")
  .implement({
    fields: (t) => ({
      version: t.exposeInt("version"),
      stage: t.expose("stage", { type: Stage }),
      algorithm: t.exposeString("algorithm"),
      metrics: t.field({ type: [Metric], resolve: (version) => version.metrics }),
      createdAt: t.expose("createdAt", { type: "DateTime" }),
    }),
  });
const VersionComparison = builder.objectRef<CardOf<"VersionComparison">>("VersionComparison").implement({
  fields: (t) => ({
    model: t.exposeString("model"),
    versions: t.field({ type: [ComparedVersion], resolve: (card) => card.versions }),
  }),
});

const FeatureForm = builder.objectRef<CardOf<"FeatureForm">>("FeatureForm").implement({
  description: "Asks for features; answered by Mutation.answer with the request's id.",
  fields: (t) => ({
    requestId: t.exposeID("requestId"),
    model: t.exposeString("model"),
    version: t.exposeInt("version"),
    features: t.field({ type: [Feature], resolve: (card, _args, context) => featuresOf(card.model, context) }),
    values: t.field({ type: "JSON", description: "What is known already.", resolve: (card) => card.values }),
    missing: t.exposeStringList("missing"),
    weak: t.field({
      type: [SlotEvidence],
      description: "Values that were only hinted at.",
      resolve: (card) => card.weak,
    }),
    status: t.field({ type: PendingStatus, resolve: (card, _args, context) => statusOf(card, context) }),
  }),
});

export const Gate = builder.objectRef<CardOf<"ConfirmationCard">["gates"][number]>("Gate").implement({
  description: "A condition that must hold before the plan may run.",
  fields: (t) => ({
    name: t.exposeString("name"),
    passed: t.exposeBoolean("passed"),
    detail: t.exposeString("detail"),
  }),
});
const ConfirmationCard = builder.objectRef<CardOf<"ConfirmationCard">>("ConfirmationCard").implement({
  description: "Shows what will change; exactly that runs when it is confirmed.",
  fields: (t) => ({
    requestId: t.exposeID("requestId"),
    action: t.exposeString("action"),
    title: t.exposeString("title"),
    effects: t.exposeStringList("effects"),
    gates: t.field({ type: [Gate], resolve: (card) => card.gates }),
    destructive: t.exposeBoolean("destructive"),
    digest: t.exposeString("digest", { description: "SHA-256 of the plan." }),
    expiresAt: t.expose("expiresAt", { type: "DateTime" }),
    status: t.field({ type: PendingStatus, resolve: (card, _args, context) => statusOf(card, context) }),
  }),
});

const ChoiceOption = builder.objectRef<CardOf<"ChoiceCard">["options"][number]>("ChoiceOption").implement({
  fields: (t) => ({ value: t.exposeString("value"), label: t.exposeString("label") }),
});
const ChoiceCard = builder.objectRef<CardOf<"ChoiceCard">>("ChoiceCard").implement({
  fields: (t) => ({
    requestId: t.exposeID("requestId"),
    question: t.exposeString("question"),
    options: t.field({ type: [ChoiceOption], resolve: (card) => card.options }),
    status: t.field({ type: PendingStatus, resolve: (card, _args, context) => statusOf(card, context) }),
  }),
});

const TrainingCard = builder.objectRef<CardOf<"TrainingCard">>("TrainingCard").implement({
  description: "A training run; follow it by Subscription.trainingProgress.",
  fields: (t) => ({
    runId: t.exposeID("runId"),
    run: t.prismaField({
      type: "TrainingRun",
      nullable: true,
      resolve: (query, card, _args, { services }) =>
        services.database.trainingRun.findUnique({ ...query, where: { id: card.runId } }),
    }),
  }),
});

const PredictionInput = builder.objectRef<CardOf<"PredictionCard">["inputs"][number]>("PredictionInput").implement({
  fields: (t) => ({
    name: t.exposeString("name"),
    title: t.exposeString("title", { description: "What a person calls the feature." }),
    description: t.exposeString("description"),
    value: t.field({ type: "JSON", resolve: (input) => input.value }),
    label: t.exposeString("label", { description: "The value as a person says it." }),
    evidence: t.exposeString("evidence", { nullable: true, description: "The words that it was read from." }),
    weak: t.exposeBoolean("weak", { description: "Only hinted at, and shown before it was used." }),
  }),
});
const PredictionCard = builder.objectRef<CardOf<"PredictionCard">>("PredictionCard").implement({
  fields: (t) => ({
    model: t.exposeString("model"),
    version: t.exposeInt("version"),
    value: t.field({ type: "JSON", resolve: (card) => card.value }),
    label: t.exposeString("label", { description: "The predicted class in words, or the number with its unit." }),
    probabilities: t.field({ type: "JSON", nullable: true, resolve: (card) => card.probabilities }),
    positive: t.exposeString("positive", { nullable: true, description: "The class whose probability is told first." }),
    features: t.field({ type: "JSON", resolve: (card) => card.features }),
    inputs: t.field({ type: [PredictionInput], resolve: (card) => card.inputs }),
    evidence: t.field({ type: [SlotEvidence], resolve: (card) => card.evidence }),
  }),
});

const AuditTable = builder.objectRef<CardOf<"AuditTable">>("AuditTable").implement({
  fields: (t) => ({
    events: t.prismaField({
      type: ["AuditEvent"],
      authScopes: { permission: "audit:read" },
      resolve: (query, card, _args, { services }) =>
        services.database.auditEvent.findMany({
          ...query,
          where: { id: { in: card.eventIds } },
          orderBy: { seq: "desc" },
        }),
    }),
  }),
});

const HelpCard = builder.objectRef<CardOf<"HelpCard">>("HelpCard").implement({
  fields: (t) => ({ title: t.exposeString("title"), suggestions: t.exposeStringList("suggestions") }),
});

export const Card = builder.unionType("Card", {
  description: "Typed payload for rich display.",
  types: [
    ModelTable,
    VersionCard,
    VersionComparison,
    FeatureForm,
    ConfirmationCard,
    ChoiceCard,
    TrainingCard,
    PredictionCard,
    AuditTable,
    HelpCard,
  ],
  resolveType: (card) => card.type,
});
