import type { Cache, CacheExchangeOpts, DataFields, Variables } from "@urql/exchange-graphcache";
import { appendTurn, forgetThreads, noteTurn, writeProgress } from "./cache-writes.ts";
import { embeddedTypes } from "./embedded-types.ts";

const errors = [
  "NotFoundError",
  "InvalidInputError",
  "ForbiddenError",
  "StaleAliasError",
  "StalePlanError",
  "ConflictError",
  "GatesFailedError",
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
  "modelVersions",
  "suggestions",
  "auditLog",
  "compareVersions",
  "trainingRuns",
  "trainingOptions",
  "proposals",
  "removedModels",
]);

function forgetRegistry(cache: Cache): void {
  for (const field of cache.inspectFields("Query")) {
    if (registryFields.has(field.fieldName)) cache.invalidate("Query", field.fieldName, field.arguments);
  }
}

const changesRegistry = (_result: DataFields, _variables: Variables, cache: Cache): void => forgetRegistry(cache);

// biome-ignore lint/style/noProcessEnv: a constant, put in by the build, so that the list below is left out of what is shipped
const isShipped = process.env.NODE_ENV === "production";

/**
 * A type without an id lives inside what it came with, listed or not. With the list the cache warns of an entity that was read without its
 * id; it warns only while developing.
 */
const keys = isShipped ? {} : Object.fromEntries(embeddedTypes.map((name) => [name, () => null]));

/** The normalised cache: entities by id, kept current by what subscriptions and mutations bring. */
export const cacheOptions: CacheExchangeOpts = {
  keys,
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
      approveProposal: changesRegistry,
      rejectProposal: changesRegistry,
      deleteThread: (_result, _variables, cache) => forgetThreads(cache),
      restoreThread: (_result, { id }, cache) => {
        forgetThreads(cache);
        // Where it was looked for meanwhile, there was none.
        for (const { fieldName, arguments: asked } of cache.inspectFields("Query"))
          if (fieldName === "thread" && asked?.id === id) cache.invalidate("Query", fieldName, asked);
      },
    },
    Subscription: {
      chatReply: (result, _variables, cache) => noteTurn(cache, result.chatReply),
      modelEvents: changesRegistry,
      trainingProgress: (result, _variables, cache) => writeProgress(cache, result.trainingProgress),
    },
  },
};
