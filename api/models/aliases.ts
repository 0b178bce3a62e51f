import { z } from "zod";
import type { ModelVersion } from "../../prisma/client/client.ts";
import type { Database, Transaction } from "../platform/database.ts";
import { NotFoundError } from "../platform/errors.ts";
import { storableText } from "../platform/storable.ts";
import { productionOf } from "./stages.ts";

/** Aliases that a model has at most. */
export const mostAliases = 200;

/** Names that mean something of their own: the newest version, and the stages, one of which MLflow's clients see as an alias. */
const reserved = ["latest", "production", "candidate", "archived"];

/** An alias that can be set. MLflow's rules, and the stages' names are reserved besides. */
export const aliasName = z
  .string()
  .min(1, "an alias is missing")
  .max(255, "an alias has at most 255 characters")
  .regex(/^[\p{L}\p{N}_-]+$/u, "an alias has letters, digits, hyphens and underscores only")
  .refine((name) => !reserved.includes(name.toLowerCase()), {
    error: ({ input }) => `"${input}" is no alias to set: it is a stage's name, or that of the newest version`,
  })
  .refine((name) => !/^v\d+$/i.test(name), {
    error: ({ input }) => `"${input}" is no alias to set: it reads as a version's number`,
  });

/** An alias as somebody asks for it. Whether there is one is the action's question. */
export const namedAlias = z
  .string()
  .min(1, "an alias is missing")
  .max(255, "an alias has at most 255 characters")
  .transform((name) => storableText(name));

/**
 * The version that an alias points to; `production` and `latest`, which nobody sets, are the version in production and the newest one.
 * @returns null when there is none
 */
export async function versionByAlias(
  on: Database | Transaction,
  modelId: string,
  alias: string,
): Promise<ModelVersion | null> {
  if (alias === "production") return productionOf(on, modelId);
  if (alias === "latest") return on.modelVersion.findFirst({ where: { modelId }, orderBy: { version: "desc" } });
  const set = await on.modelAlias.findUnique({
    where: { modelId_name: { modelId, name: alias } },
    include: { version: true },
  });
  return set?.version ?? null;
}

/** @throws {NotFoundError} naming the aliases that there are */
export async function findVersionByAlias(
  on: Database | Transaction,
  model: { id: string; name: string },
  alias: string,
): Promise<ModelVersion> {
  const found = await versionByAlias(on, model.id, alias);
  if (found) return found;
  const known = await on.modelAlias.findMany({
    where: { modelId: model.id },
    orderBy: { name: "asc" },
    take: 10,
    select: { name: true },
  });
  const names = known.map(({ name }) => name).join(", ");
  throw new NotFoundError(
    `${model.name} has no alias "${alias.slice(0, 80)}". ${names ? `It has: ${names}.` : "It has none."}`,
  );
}
