import type { ModelVersion } from "../../prisma/client/client.ts";
import { findActiveVersion } from "../models/active-model.ts";
import { findVersionByAlias } from "../models/aliases.ts";
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

/** A version as a caller names it, by its number or an alias; without either the one in production is meant. */
export interface NamedVersion {
  model?: string | undefined;
  version?: number | undefined;
  alias?: string | undefined;
}

/**
 * Which version answers: the one named; else the model's production version; with no model named the production version that was
 * promoted last.
 * @throws {InvalidInputError} when a version is named twice, or without its model
 * @throws {NotFoundError} when there is no such model, version or alias, or nothing is in production at all
 * @throws {ConflictError} when the model has nothing in production
 * @throws {UnavailableError} when the version can't answer, whatever is asked
 */
export async function findServingVersion(
  database: Database,
  { model: name, version, alias }: NamedVersion,
): Promise<ServingVersion> {
  if (version !== undefined && alias !== undefined) {
    throw new InvalidInputError("Name the version by its number or by an alias, not by both.", [
      { path: "alias", message: "names the version a second time" },
    ]);
  }
  if (name === undefined) {
    if (version !== undefined || alias !== undefined) {
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
  const found = await namedOf(database, model, { version, alias });
  if (!found) throw await nothingInProduction(database, model);
  return { ...pointer(found, model.name), model: model.name, definition: definitionOf(model) };
}

async function namedOf(
  database: Database,
  model: { id: string; name: string },
  { version, alias }: Omit<NamedVersion, "model">,
): Promise<ModelVersion | null> {
  if (version !== undefined) return findVersion(database, model, version);
  // What stands in for production says so itself when there is none.
  if (alias === undefined || alias === "production") return productionOf(database, model.id);
  return findVersionByAlias(database, model, alias);
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
