import { runRead } from "../../../actions/run-action.ts";
import { describeModel } from "../../../models/describe-model.ts";
import { definitionOf } from "../../../models/live-models.ts";
import {
  ConflictError,
  type DomainError,
  ForbiddenError,
  GatesFailedError,
  InvalidInputError,
  LimitExceededError,
  MissingFeaturesError,
  NotFoundError,
  StaleAliasError,
  StalePlanError,
  UnavailableError,
} from "../../../platform/errors.ts";
import { featuresJsonSchema } from "../../../predictions/validate-features.ts";
import { builder } from "../builder.ts";
import { scopeOf } from "../context.ts";

const ErrorInterface = builder.interfaceRef<DomainError>("Error").implement({
  description: "An expected failure: a member of the operation's result union. Everything else is masked.",
  fields: (t) => ({
    code: t.exposeString("code", {
      description:
        "Stable, upper snake case: NOT_FOUND, INVALID_INPUT, FORBIDDEN, STALE_ALIAS, STALE_PLAN, CONFLICT, LIMIT_EXCEEDED, …",
    }),
    message: t.exposeString("message", { description: "A sentence for a person: what was wrong and what to do." }),
  }),
});

builder.objectType(NotFoundError, { name: "NotFoundError", interfaces: [ErrorInterface] });
builder.objectType(ForbiddenError, { name: "ForbiddenError", interfaces: [ErrorInterface] });
builder.objectType(ConflictError, { name: "ConflictError", interfaces: [ErrorInterface] });
builder.objectType(GatesFailedError, { name: "GatesFailedError", interfaces: [ErrorInterface] });
builder.objectType(LimitExceededError, { name: "LimitExceededError", interfaces: [ErrorInterface] });
builder.objectType(StalePlanError, { name: "StalePlanError", interfaces: [ErrorInterface] });
builder.objectType(UnavailableError, { name: "UnavailableError", interfaces: [ErrorInterface] });

const InputIssue = builder
  .objectRef<{ path: string; message: string }>("InputIssue")
  .implement({ fields: (t) => ({ path: t.exposeString("path"), message: t.exposeString("message") }) });

builder.objectType(InvalidInputError, {
  name: "InvalidInputError",
  interfaces: [ErrorInterface],
  fields: (t) => ({
    issues: t.field({
      type: [InputIssue],
      resolve: (error) => [...error.issues],
      description: "What is wrong, part by part.",
    }),
  }),
});

builder.objectType(StaleAliasError, {
  name: "StaleAliasError",
  interfaces: [ErrorInterface],
  fields: (t) => ({
    current: t.int({
      nullable: true,
      resolve: (error) => error.current,
      description: "The version in production now.",
    }),
  }),
});

builder.objectType(MissingFeaturesError, {
  name: "MissingFeatures",
  description: "A prediction needs more features.",
  interfaces: [ErrorInterface],
  fields: (t) => ({
    model: t.exposeString("model"),
    version: t.exposeInt("version"),
    missing: t.field({ type: ["String"], resolve: (error) => [...error.missing] }),
    schema: t.field({
      type: "JSON",
      description: "JSON Schema (draft 2020-12) of the missing features.",
      resolve: async (error, _args, context) => {
        const { model } = await runRead(
          describeModel,
          { model: error.model, version: error.version },
          scopeOf(context),
        );
        return featuresJsonSchema(definitionOf(model), error.missing);
      },
    }),
  }),
});

/** Failures that any act can end in. */
export const commonErrors = [NotFoundError, InvalidInputError, ForbiddenError, ConflictError] as const;
/** Failures that an act on the registry can end in, which may be a server that does not answer. */
export const registryErrors = [...commonErrors, UnavailableError] as const;
