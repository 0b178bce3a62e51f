import type { Cache, CacheExchangeOpts, DataFields, Variables } from "@urql/exchange-graphcache";
import { appendTurn, forgetThreads, noteTurn, writeProgress } from "./cache-writes.ts";

/** Types that have no identity of their own: they live inside what they came with. */
const embedded = [
  "ActionPlan",
  "AuditTable",
  "AuditVerification",
  "ChatEvent",
  "ChoiceCard",
  "ChoiceOption",
  "ComparedVersion",
  "ConfirmationCard",
  "ConflictError",
  "DatasetRef",
  "DatasetSummary",
  "Feature",
  "FeatureCategory",
  "FeatureForm",
  "ForbiddenError",
  "Gate",
  "HelpCard",
  "InputIssue",
  "InterpretedIntent",
  "Interpretation",
  "InvalidInputError",
  "LimitExceededError",
  "Metric",
  "MissingFeatures",
  "ModelEvent",
  "ModelTable",
  "ModelTableRow",
  "NotFoundError",
  "PageInfo",
  "Prediction",
  "PredictionCard",
  "PredictionInput",
  "RemovedModel",
  "SlotEvidence",
  "HoldoutRows",
  "SlotProblem",
  "StaleAliasError",
  "StalePlanError",
  "TokenUsage",
  "TrainableModel",
  "TrainingCard",
  "TrainingAlgorithm",
  "TrainingEvent",
  "TrainingOptions",
  "UnavailableError",
  "UntrainedModel",
  "VersionCard",
  "VersionComparison",
  "Viewer",
  ...["Model", "ModelVersion", "TrainingRun", "ChatThread", "ChatTurn", "AuditEvent"].flatMap((node) => [
    `${node}Connection`,
    `${node}Edge`,
  ]),
];

const errors = [
  "NotFoundError",
  "InvalidInputError",
  "ForbiddenError",
  "StaleAliasError",
  "StalePlanError",
  "ConflictError",
  "LimitExceededError",
  "UnavailableError",
  "MissingFeatures",
];

/** What an act on the registry makes stale. */
const registryFields = new Set([
  "activeModel",
  "model",
  "models",
  "modelVersion",
  "suggestions",
  "auditLog",
  "trainingRuns",
  "trainingOptions",
]);

function forgetRegistry(cache: Cache): void {
  for (const field of cache.inspectFields("Query")) {
    if (registryFields.has(field.fieldName)) cache.invalidate("Query", field.fieldName, field.arguments);
  }
}

const changesRegistry = (_result: DataFields, _variables: Variables, cache: Cache): void => forgetRegistry(cache);

/** The normalised cache: entities by id, kept current by what subscriptions and mutations bring. */
export const cacheOptions: CacheExchangeOpts = {
  keys: Object.fromEntries(embedded.map((name) => [name, () => null])),
  possibleTypes: {
    Error: errors,
    Card: [
      "ModelTable",
      "VersionCard",
      "VersionComparison",
      "FeatureForm",
      "ConfirmationCard",
      "ChoiceCard",
      "TrainingCard",
      "PredictionCard",
      "AuditTable",
      "HelpCard",
    ],
  },
  updates: {
    Query: { turn: (result, _variables, cache) => appendTurn(cache, result.turn) },
    Mutation: {
      chat: (result, _variables, cache) => appendTurn(cache, result.chat),
      answer: (result, _variables, cache) => appendTurn(cache, result.answer),
      trainModel: changesRegistry,
      promoteVersion: changesRegistry,
      archiveVersion: changesRegistry,
      rollback: changesRegistry,
      removeModel: changesRegistry,
      deleteThread: (_result, _variables, cache) => forgetThreads(cache),
    },
    Subscription: {
      chatReply: (result, _variables, cache) => noteTurn(cache, result.chatReply),
      modelEvents: changesRegistry,
      trainingProgress: (result, _variables, cache) => writeProgress(cache, result.trainingProgress),
    },
  },
};
