import { z } from "zod";
import type { Transaction } from "../platform/database.ts";
import { modelName, versionNumber } from "./inputs.ts";
import type { Labelled } from "./labelled.ts";

/** Tags that a model, or a version, has at most. */
export const mostTags = 200;
export const longestTagValue = 5_000;

/** A tag's key: any text of one line. */
export const tagKey = z
  .string()
  .min(1, "a tag's key is missing")
  .max(250, "a tag's key has at most 250 characters")
  .regex(/^\P{Cc}*$/u, "a tag's key is text of one line")
  .refine((key) => key.isWellFormed() && key.trim() !== "", "a tag's key is text that can be read");

export const tagValue = z
  .string()
  .max(longestTagValue, `a tag's value has at most ${longestTagValue} characters`)
  .refine((value) => value.isWellFormed() && !value.includes("\0"), "a tag's value is text that can be stored");

/** Whose tag it is: a version's, or without one the model's own. */
export const taggedInput = {
  model: modelName,
  version: versionNumber.nullish().transform((version) => version ?? undefined),
};

/** A tag's value; null when there is no such tag. */
export async function tagOf(tx: Transaction, { model, version }: Labelled, key: string): Promise<string | null> {
  const tag = version
    ? await tx.versionTag.findUnique({ where: { versionId_key: { versionId: version.id, key } } })
    : await tx.modelTag.findUnique({ where: { modelId_key: { modelId: model.id, key } } });
  return tag?.value ?? null;
}

export function countTags(tx: Transaction, { model, version }: Labelled): Promise<number> {
  return version
    ? tx.versionTag.count({ where: { versionId: version.id } })
    : tx.modelTag.count({ where: { modelId: model.id } });
}
