import {
  AlreadyExistsError,
  DomainError,
  type ErrorCode,
  InvalidInputError,
  UnavailableError,
} from "../../platform/errors.ts";
import type { Logger } from "../../platform/log.ts";
import { isDiskFull, isOutage } from "../../platform/outage.ts";

/** The error codes of MLflow's protocol that are used here, with the status that goes with each. */
const statuses = {
  INVALID_PARAMETER_VALUE: 400,
  RESOURCE_ALREADY_EXISTS: 400,
  UNAUTHENTICATED: 401,
  PERMISSION_DENIED: 403,
  RESOURCE_DOES_NOT_EXIST: 404,
  ENDPOINT_NOT_FOUND: 404,
  RESOURCE_CONFLICT: 409,
  INTERNAL_ERROR: 500,
  NOT_IMPLEMENTED: 501,
  TEMPORARILY_UNAVAILABLE: 503,
} as const;
export type MlflowErrorCode = keyof typeof statuses;

/** An answer that a client of MLflow takes for an error. */
export interface MlflowError {
  status: number;
  body: { error_code: MlflowErrorCode; message: string };
}

export function mlflowError(error_code: MlflowErrorCode, message: string, status?: number): MlflowError {
  return { status: status ?? statuses[error_code], body: { error_code, message } };
}

/** A limit is the caller's mistake here: the code for it (429) would have clients send the same again and again. */
const codes = {
  UNAUTHENTICATED: "UNAUTHENTICATED",
  NOT_FOUND: "RESOURCE_DOES_NOT_EXIST",
  INVALID_INPUT: "INVALID_PARAMETER_VALUE",
  FORBIDDEN: "PERMISSION_DENIED",
  STALE_ALIAS: "RESOURCE_CONFLICT",
  STALE_PLAN: "RESOURCE_CONFLICT",
  CONFLICT: "RESOURCE_CONFLICT",
  LIMIT_EXCEEDED: "INVALID_PARAMETER_VALUE",
  MISSING_FEATURES: "INVALID_PARAMETER_VALUE",
  UNAVAILABLE: "TEMPORARILY_UNAVAILABLE",
} as const satisfies Record<ErrorCode, MlflowErrorCode>;

/** An expected failure keeps its sentence; a fault is masked, and logged. */
export function errorOf(error: unknown, log: Logger): MlflowError {
  if (error instanceof AlreadyExistsError) return mlflowError("RESOURCE_ALREADY_EXISTS", error.message);
  if (error instanceof DomainError) return mlflowError(codes[error.code], error.message);
  if (error instanceof URIError)
    return errorOf(new InvalidInputError("The address has a % that begins no character."), log);
  if (isOutage(error)) {
    const full = isDiskFull(error);
    log.warn({ err: error }, `a request failed since the database ${full ? "has no room" : "is away"}`);
    const message = full
      ? "The disk of the database is full, so nothing can be written down. Make room there, and send the same again."
      : "The database is away for the moment. Send the same again.";
    return errorOf(new UnavailableError(message), log);
  }
  log.error({ err: error }, "a request failed by a fault");
  return mlflowError("INTERNAL_ERROR", "Something went wrong on our side. It is safe to look, and to try again.");
}
