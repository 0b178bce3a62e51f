import type { Model, ModelVersion } from "../../prisma/client/client.ts";
import type { Transaction } from "../platform/database.ts";
import { lockModel } from "./live-models.ts";
import { findVersion } from "./stages.ts";

/** What a tag or a description is put on: a version, or the model itself when no version is named. */
export interface Labelled {
  model: Model;
  version: ModelVersion | null;
  /** As a sentence says it: "titanic", "version 2 of titanic". */
  name: string;
}

/** What was labelled, as an action answers it. */
export interface LabelledResult {
  modelId: string;
  versionId: string | null;
}

/**
 * Finds it, and locks the model.
 * @throws {NotFoundError} when there is no such model or version
 */
export async function lockLabelled(
  tx: Transaction,
  { model: name, version: number }: { model: string; version?: number | undefined },
): Promise<Labelled> {
  const model = await lockModel(tx, name);
  const version = number === undefined ? null : await findVersion(tx, model, number);
  return { model, version, name: version ? `version ${version.version} of ${model.name}` : model.name };
}

export function labelledResult({ model, version }: Labelled): LabelledResult {
  return { modelId: model.id, versionId: version?.id ?? null };
}
