import type { Model } from "../../prisma/client/client.ts";
import type { Database, Transaction } from "../platform/database.ts";
import { NotFoundError } from "../platform/errors.ts";
import { type ModelDefinition, modelDefinitionSchema } from "./definitions/define-model.ts";
import { shippedDefinition, shippedDefinitions } from "./definitions/index.ts";
import { unservedNames } from "./logged/unserved-names.ts";

/** Models that were not removed. */
export const liveModels = { removedAt: null } as const;

/** The definition that a model was registered with. */
export function definitionOf(model: Pick<Model, "definition">): ModelDefinition {
  return modelDefinitionSchema.parse(model.definition);
}

/** @throws {NotFoundError} when no live model has the name */
export async function findModel(on: Database | Transaction, name: string): Promise<Model> {
  const model = await on.model.findFirst({ where: { name, ...liveModels } });
  return model ?? unknownModel(on, name);
}

/**
 * The live model of that name, its row locked until the transaction ends: what changes a model's versions waits for its turn here.
 * @param ends what is to be done with it, where training it first would be no help
 * @throws {NotFoundError} when there is none
 */
export async function lockModel(tx: Transaction, name: string, ends?: Ending): Promise<Model> {
  return (await lockLiveModel(tx, name)) ?? unknownModel(tx, name, ends);
}

/** Acts that need something to be there only to take it away. */
type Ending = "remove" | "archive" | "restore";

/** As `lockModel`; null when there is none, or it was removed while this waited. */
export async function lockLiveModel(tx: Transaction, name: string): Promise<Model | null> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id::text AS id FROM model WHERE name = ${name} AND removed_at IS NULL FOR UPDATE`;
  const id = rows[0]?.id;
  return id ? tx.model.findUniqueOrThrow({ where: { id } }) : null;
}

/**
 * Locks these models' rows until the transaction ends, removed ones too: before what is theirs is changed, and before the log of changes
 * is, as everyone does. One after another by id, so that two who lock several wait for each other and not in a circle.
 */
export async function lockModels(tx: Transaction, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.$queryRaw`SELECT id::text AS id FROM model WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`;
}

/** The model that was named is in the registry no more. */
export class ModelRemovedError extends NotFoundError {
  readonly model: string;
  readonly removedAt: Date;
  /** The actor's name. */
  readonly removedBy: string;
  constructor(model: string, removedAt: Date, removedBy: string) {
    const when = `${removedAt.toISOString().slice(0, 16).replace("T", " ")} UTC`;
    const anew = shippedDefinition(model)
      ? ` Training it registers it anew, from version 1: say "train ${model}".`
      : "";
    super(`The model ${model} was removed by ${removedBy} on ${when}.${anew}`);
    this.model = model;
    this.removedAt = removedAt;
    this.removedBy = removedBy;
  }
}

/**
 * Says that there is no live model of that name, and what to do.
 * @throws {ModelRemovedError} when there was one
 * @throws {NotFoundError} else
 */
export async function unknownModel(on: Database | Transaction, name: string, ends?: Ending): Promise<never> {
  const [unserved] = await unservedNames(on, name);
  if (unserved)
    throw new NotFoundError(`The name ${name} is taken for a model, and there is none yet. ${unserved.why}`);
  const removed = await on.auditEvent.findFirst({
    where: { subject: name, action: "removeModel", outcome: "DONE" },
    orderBy: { seq: "desc" },
    select: { at: true, actorName: true },
  });
  if (removed) throw new ModelRemovedError(name, removed.at, removed.actorName);
  if (shippedDefinition(name)) {
    const advice = ends ? `There is nothing to ${ends}.` : `Train it first: say "train ${name}".`;
    throw new NotFoundError(`The model ${name} is not trained yet. ${advice}`);
  }
  const known = await on.model.findMany({
    where: liveModels,
    select: { name: true },
    take: 10,
    orderBy: { name: "asc" },
  });
  const names = [
    ...new Set([...known.map((model) => model.name), ...shippedDefinitions.map((shipped) => shipped.name)]),
  ];
  throw new NotFoundError(`There is no model called "${name.slice(0, 80)}". Known here: ${names.join(", ")}.`);
}
