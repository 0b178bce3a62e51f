/**
 * Expected failures. Each is a class with a stable code, a sentence for a person (what was wrong and what to do), and is a
 * member of GraphQL's result unions. Anything else that is thrown is a fault: masked at the doors, logged in full.
 */
export const errorCodes = [
  "UNAUTHENTICATED",
  "NOT_FOUND",
  "INVALID_INPUT",
  "FORBIDDEN",
  "STALE_ALIAS",
  "STALE_PLAN",
  "CONFLICT",
  "LIMIT_EXCEEDED",
  "MISSING_FEATURES",
  "UNAVAILABLE",
] as const;
export type ErrorCode = (typeof errorCodes)[number];

export abstract class DomainError extends Error {
  abstract readonly code: ErrorCode;
}

/** Nobody vouches for who asks, and here somebody has to. */
export class UnauthenticatedError extends DomainError {
  readonly code = "UNAUTHENTICATED";
}

/** What was named does not exist, or exists no longer. */
export class NotFoundError extends DomainError {
  readonly code = "NOT_FOUND";
}

/** One thing that is wrong with an input: where (a dotted path) and why. */
export interface InputIssue {
  path: string;
  message: string;
}

/** The input can't be used as it is; `issues` says which part and why. */
export class InvalidInputError extends DomainError {
  readonly code = "INVALID_INPUT";
  readonly issues: readonly InputIssue[];
  constructor(message: string, issues: readonly InputIssue[] = []) {
    super(message);
    this.issues = issues;
  }
}

/** The actor lacks the permission that the action needs. */
export class ForbiddenError extends DomainError {
  readonly code = "FORBIDDEN";
}

/** `expectedCurrent` was not the version in production any more. */
export class StaleAliasError extends DomainError {
  readonly code = "STALE_ALIAS";
  readonly current: number | null;
  constructor(message: string, current: number | null) {
    super(message);
    this.current = current;
  }
}

/** The world moved since the plan was shown: nothing was done. */
export class StalePlanError extends DomainError {
  readonly code = "STALE_PLAN";
}

/** The act contradicts the present state (already in production, already answered, finished run …). */
export class ConflictError extends DomainError {
  readonly code = "CONFLICT";
}

/** What is to be made is there already. */
export class AlreadyExistsError extends ConflictError {}

/** A condition of the act does not hold; `checklist` has them all, those that hold too. */
export class GatesFailedError extends DomainError {
  readonly code = "CONFLICT";
  readonly checklist: readonly { name: string; passed: boolean; detail: string }[];
  constructor(message: string, checklist: GatesFailedError["checklist"]) {
    super(message);
    this.checklist = checklist;
  }
}

/** A size, rate or count limit was passed. */
export class LimitExceededError extends DomainError {
  readonly code = "LIMIT_EXCEEDED";
}

/** A prediction lacks features; `missing` names them in the definition's order. */
export class MissingFeaturesError extends DomainError {
  readonly code = "MISSING_FEATURES";
  readonly model: string;
  readonly version: number;
  readonly missing: readonly string[];
  constructor(message: string, model: string, version: number, missing: readonly string[]) {
    super(message);
    this.model = model;
    this.version = version;
    this.missing = missing;
  }
}

/** Something that the act needs is not there right now; trying again later may work. */
export class UnavailableError extends DomainError {
  readonly code = "UNAVAILABLE";
}

/**
 * The service can't run as it is configured, and would not at the next try either: the message names what a person must change. No
 * result of an act: it ends the start.
 */
export class ConfigurationError extends Error {
  override readonly name = "ConfigurationError";
}
