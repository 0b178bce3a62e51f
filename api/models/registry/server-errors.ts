import { ConflictError, DomainError, UnavailableError } from "../../platform/errors.ts";
import { MlflowApiError } from "../mlflow-server/mlflow-api.ts";
import { RegistryAwayError } from "./registry-away-error.ts";

/** Answers that say nothing of what was asked: the server has no time, fails, or does not let this service in. */
const closed = [0, 401, 403, 408, 429];

/**
 * What an MLflow server's answer means to who asked for an act.
 * @param uri of the server
 */
export function asDomainError(error: unknown, uri: string): unknown {
  if (!(error instanceof MlflowApiError)) return error;
  const server = `the MLflow server at ${uri}, which is the registry`;
  if (error.status === 401 || error.status === 403) {
    return new UnavailableError(
      `${capital(server)}, does not let this service in: ${error.message}. Correct MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, or MLFLOW_TRACKING_TOKEN.`,
    );
  }
  if (closed.includes(error.status) || error.status >= 500) {
    return new RegistryAwayError(
      `${capital(server)}, can't answer now (${error.message.replace(/\.$/, "")}). Nothing was changed; what is here already can be read, and predictions go on. Try again when it is back.`,
    );
  }
  if (error.code === "RESOURCE_DOES_NOT_EXIST") {
    return new ConflictError(`${capital(server)}, has it no more: ${error.message}. Nothing was changed; look again.`);
  }
  return new ConflictError(`${capital(server)}, refused it: ${error.message}. Nothing was changed.`);
}

/** Asks the server. @throws {DomainError} in place of its own errors */
export async function asked<T>(uri: string, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    throw error instanceof DomainError ? error : asDomainError(error, uri);
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
