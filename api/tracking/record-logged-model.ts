import type { Scope } from "../actions/define-action.ts";
import { InvalidInputError } from "../platform/errors.ts";
import { allow } from "./allow.ts";
import { liveRun } from "./runs.ts";

/** The tag in which programs find the models that a run logged, as a list in JSON. */
const historyTag = "mlflow.log-model.history";

/** Adds what a program says of a model that it logged to its run. @throws {InvalidInputError} when that is no JSON object */
export async function recordLoggedModel(scope: Scope, runId: string, modelJson: string): Promise<void> {
  allow(scope, "tracking:write");
  const model = objectOf(modelJson);
  await liveRun(scope, runId);
  await scope.services.database.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM program_run WHERE id = ${runId} FOR UPDATE`;
    const where = { runId_key: { runId, key: historyTag } };
    const known = await tx.runTag.findUnique({ where });
    const value = JSON.stringify([...historyOf(known?.value), model]);
    await tx.runTag.upsert({ where, create: { runId, key: historyTag, value }, update: { value } });
  });
}

/** A program may have set the tag to anything: what is no list is none. */
function historyOf(text: string | undefined): unknown[] {
  try {
    const history: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(history) ? history : [];
  } catch {
    return [];
  }
}

function objectOf(text: string): object {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === "object" && parsed !== null && !Array.isArray(parsed)) return parsed;
  } catch {
    // Said below.
  }
  throw new InvalidInputError("model_json must be a JSON object.", [{ path: "model_json", message: "is no object" }]);
}
