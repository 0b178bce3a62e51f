import type { ModelVersion } from "../../prisma/client/client.ts";
import { findActiveVersion } from "../models/active-model.ts";
import type { ModelDefinition } from "../models/definitions/define-model.ts";
import { definitionOf, findModel } from "../models/live-models.ts";
import { findVersion, productionOf } from "../models/stages.ts";
import type { Database } from "../platform/database.ts";
import { ConflictError, InvalidInputError, NotFoundError, UnavailableError } from "../platform/errors.ts";

/** The version that answers. */
export interface ServingVersion {
  model: string;
  version: number;
  definition: ModelDefinition;
  artifactSha256: string;
}

/**
 * Which version answers: the one named; else the model's production version; with no model named the production version that was
 * promoted last.
 * @throws {NotFoundError} when there is no such model or version, or nothing is in production at all
 * @throws {ConflictError} when the model has nothing in production
 * @throws {UnavailableError} when the version can't answer, whatever is asked
 */
export async function findServingVersion(
  database: Database,
  name: string | undefined,
  version: number | undefined,
): Promise<ServingVersion> {
  if (name === undefined) {
    if (version !== undefined) {
      throw new InvalidInputError("A version needs the name of its model.", [
        { path: "model", message: "needed when a version is named" },
      ]);
    }
    const active = await findActiveVersion(database);
    if (!active) {
      throw new NotFoundError(
        "No model is in production, so nothing answers predictions. Promote a version first (train one if there is none).",
      );
    }
    return { ...pointer(active, active.model.name), model: active.model.name, definition: definitionOf(active.model) };
  }
  const model = await findModel(database, name);
  const found =
    version === undefined ? await productionOf(database, model.id) : await findVersion(database, model, version);
  if (!found) throw await nothingInProduction(database, model);
  return { ...pointer(found, model.name), model: model.name, definition: definitionOf(model) };
}

function pointer(
  { version, artifactSha256, problem }: Pick<ModelVersion, "version" | "artifactSha256" | "problem">,
  model: string,
) {
  if (problem !== null)
    throw new UnavailableError(`Version ${version} of ${model} can't answer predictions. ${problem}`);
  return { version, artifactSha256 };
}

async function nothingInProduction(
  database: Database,
  { id, name }: { id: string; name: string },
): Promise<ConflictError> {
  const latest = await database.modelVersion.findFirst({ where: { modelId: id }, orderBy: { version: "desc" } });
  return new ConflictError(
    latest
      ? `No version of ${name} is in production. Promote one (the latest is version ${latest.version}), or name the version to ask.`
      : `${name} has no version yet. Train it, then promote the version it makes.`,
  );
}
