import { z } from "zod";
import { defineWrite } from "../../actions/define-action.ts";
import type { Transaction } from "../../platform/database.ts";
import { AlreadyExistsError, InvalidInputError, NotFoundError } from "../../platform/errors.ts";
import { liveModels } from "../live-models.ts";
import { requireOwnRegistry } from "../registry/registry.ts";
import { tagKey, tagValue } from "../tags.ts";

/**
 * Programs take a model's name before they register its first version. What it predicts is not known until then, so it is no model yet:
 * its name is kept for it, with a description and tags that the model gets when it comes.
 */

/** A name that a model can be registered under. */
export const newModelName = z
  .string()
  .regex(
    /^[a-z][a-z0-9_-]{0,63}$/,
    "a model's name here has small letters, digits, hyphens and underscores, begins with a letter, and has at most 64 characters",
  );
const description = z.string().max(20_000, "a description has at most 20000 characters");
const tags = z.array(z.object({ key: tagKey, value: tagValue })).max(200);

export interface ReservedName {
  name: string;
}

/** Takes a name for a model that is still to come. */
export const reserveModel = defineWrite({
  name: "reserveModel",
  title: "Reserve a model's name",
  description: "Keeps a name for a model whose first version is still to be logged by a program.",
  risk: "write",
  permission: "models:write",
  input: z.object({ name: newModelName, description: description.default(""), tags: tags.default([]) }),
  subject: ({ name }) => ({ subject: name }),
  async plan(tx, { name }, { services }) {
    requireOwnRegistry(services.registry);
    await lockName(tx, name);
    const reserved = await tx.reservedModel.findUnique({ where: { name } });
    const model = await tx.model.findFirst({ where: { name, ...liveModels } });
    if (reserved || model) throw new AlreadyExistsError(`There is a model called ${name} already.`);
    return { effects: [`The name ${name} is kept for a model.`], gates: [], basis: { name } };
  },
  async execute(tx, { name, description, tags }, _plan, scope) {
    const now = scope.services.clock.now();
    const pairs = Object.fromEntries(tags.map(({ key, value }) => [key, value]));
    await tx.reservedModel.create({
      data: { name, description, tags: pairs, createdAt: now, updatedAt: now, createdBy: scope.actor.id },
    });
    const result: ReservedName = { name };
    return {
      result,
      audit: { summary: `Reserved the name ${name}.`, details: {}, before: null, after: { description, tags: pairs } },
    };
  },
});

/** Changes what stands beside a reserved name. */
export const changeReserved = defineWrite({
  name: "changeReserved",
  title: "Describe a reserved name",
  description: "Sets the description or tags that a model gets when its first version is logged.",
  risk: "write",
  permission: "models:write",
  input: z.object({
    name: z.string().max(64),
    description: description.optional(),
    setTag: z.object({ key: tagKey, value: tagValue }).optional(),
    deleteTag: tagKey.optional(),
  }),
  subject: ({ name }) => ({ subject: name }),
  async plan(tx, { name, deleteTag }) {
    await lockName(tx, name);
    const reserved = await findReserved(tx, name);
    const known = reserved.tags as Record<string, string>;
    if (deleteTag !== undefined && !Object.hasOwn(known, deleteTag)) {
      throw new NotFoundError(`There is no tag "${deleteTag.slice(0, 80)}" on ${name}.`);
    }
    return { known, reserved, effects: [`What stands beside the name ${name} changes.`], gates: [], basis: { name } };
  },
  async execute(tx, { name, description, setTag, deleteTag }, { known, reserved }, scope) {
    const { [deleteTag ?? ""]: _gone, ...kept } = known;
    const after = {
      description: description ?? reserved.description,
      tags: { ...(deleteTag === undefined ? known : kept), ...(setTag ? { [setTag.key]: setTag.value } : {}) },
    };
    if (Object.keys(after.tags).length > 200) throw new InvalidInputError(`${name} has 200 tags, which is the most.`);
    await tx.reservedModel.update({ where: { name }, data: { ...after, updatedAt: scope.services.clock.now() } });
    const changed = [
      ...(description === undefined ? [] : ["description"]),
      ...(setTag ? [`tag ${setTag.key}`] : []),
      ...(deleteTag === undefined ? [] : [`tag ${deleteTag}`]),
    ];
    const result: ReservedName = { name };
    return {
      result,
      audit: {
        summary: `Changed what stands beside the reserved name ${name}.`,
        details: { changed },
        before: { description: reserved.description, tags: known },
        after,
      },
    };
  },
});

/** Gives a reserved name free. */
export const releaseModel = defineWrite({
  name: "releaseModel",
  title: "Release a reserved name",
  description: "Gives a name free that was kept for a model of which no version was logged.",
  risk: "write",
  permission: "models:remove",
  input: z.object({ name: z.string().max(64) }),
  subject: ({ name }) => ({ subject: name }),
  async plan(tx, { name }) {
    await lockName(tx, name);
    const reserved = await findReserved(tx, name);
    return { reserved, effects: [`The name ${name} is free again.`], gates: [], basis: { name } };
  },
  async execute(tx, { name }, { reserved }) {
    await tx.reservedModel.delete({ where: { name } });
    const result: ReservedName = { name };
    const before = { description: reserved.description, tags: reserved.tags };
    return { result, audit: { summary: `Released the name ${name}.`, details: {}, before, after: null } };
  },
});

/** What stood beside a name that now is a model's, which is reserved no more; null when it was not. `lockName` is held. */
export async function takeReserved(
  tx: Transaction,
  name: string,
): Promise<{ description: string; tags: { key: string; value: string }[] } | null> {
  const reserved = await tx.reservedModel.findUnique({ where: { name } });
  if (!reserved) return null;
  await tx.reservedModel.delete({ where: { name } });
  const tags = Object.entries(reserved.tags as Record<string, string>);
  return { description: reserved.description, tags: tags.map(([key, value]) => ({ key, value })) };
}

/** A name's registration and what comes of it go one after another. Held until the transaction ends. */
export async function lockName(tx: Transaction, name: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`model name ${name}`}, 0))`;
}

/** @throws {NotFoundError} */
async function findReserved(tx: Transaction, name: string) {
  const reserved = await tx.reservedModel.findUnique({ where: { name } });
  if (reserved) return reserved;
  throw new NotFoundError(`There is no model called "${name.slice(0, 80)}".`);
}
