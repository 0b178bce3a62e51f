import { z } from "zod";
import type { Stage } from "../../prisma/client/client.ts";
import { defineRead } from "../actions/define-action.ts";
import { type Database, Prisma, readJson } from "../platform/database.ts";
import type { ModelDefinition } from "./definitions/define-model.ts";
import { shippedDefinitions } from "./definitions/index.ts";
import { definitionOf } from "./live-models.ts";

/** Models besides those that are named: the first ones. */
const mostBesides = 40;
/** The newest of a model that are known. */
const mostVersions = 100;
const shippedNames = shippedDefinitions.map(({ name }) => name);

export interface ModelsAbout {
  /** The oldest first. */
  models: { definition: ModelDefinition; versions: { version: number; stage: Stage }[] }[];
  /** Shipped definitions that are not registered: never trained, or removed. */
  trainable: ModelDefinition[];
  /** The name of the model that answers predictions when none is named. */
  active: string | null;
}

interface Row {
  id: string;
  name: string;
  versions: { version: number; stage: Stage }[];
}

/**
 * What a conversation has to know of the registry to understand a message: the models that are named, the active one, those that are
 * shipped, and some of the others; of a large registry never all. It is read within each turn, and nobody asks for it.
 */
export const knownModels = defineRead({
  name: "knownModels",
  title: "Know the models",
  description: "The models that a message may be about, with their definitions and newest versions.",
  permission: "models:read",
  input: z.object({ named: z.array(z.string()).max(200) }),
  async read({ services: { database } }, { named }): Promise<ModelsAbout> {
    const found = await readJson<{ models: Row[]; active: string | null }>(
      database,
      statement([...named, ...shippedNames]),
      "known-models",
    );
    const { models, active } = found ?? { models: [], active: null };
    const definitions = await definitionsOf(
      database,
      models.map(({ id }) => id),
    );
    const registered = new Set(models.map(({ name }) => name));
    return {
      models: models.flatMap(({ id, versions }) => {
        const definition = definitions.get(id);
        return definition ? [{ definition, versions }] : [];
      }),
      trainable: shippedDefinitions.filter(({ name }) => !registered.has(name)),
      active,
    };
  },
});

function statement(named: string[]): Prisma.Sql {
  return Prisma.sql`WITH active AS (
      SELECT m.id, m.name FROM model_version v JOIN model m ON m.id = v.model_id AND m.removed_at IS NULL
      WHERE v.stage = 'PRODUCTION' ORDER BY v.promoted_at DESC, v.id DESC LIMIT 1),
    wanted AS (
      SELECT id FROM active
      UNION SELECT id FROM model WHERE name = ANY(${named}::text[]) AND removed_at IS NULL
      UNION (SELECT id FROM model WHERE removed_at IS NULL ORDER BY id LIMIT ${mostBesides}::int))
    SELECT json_build_object(
      'active', (SELECT name FROM active),
      'models', (SELECT coalesce(json_agg(json_build_object('id', m.id, 'name', m.name, 'versions', (
          SELECT coalesce(json_agg(json_build_object('version', n.version, 'stage', n.stage) ORDER BY n.version DESC), '[]') FROM (
            SELECT v.version, v.stage FROM model_version v WHERE v.model_id = m.id
            ORDER BY v.version DESC LIMIT ${mostVersions}::int) n)) ORDER BY m.id), '[]')
        FROM wanted JOIN model m ON m.id = wanted.id))::text`;
}

/** A model keeps the definition that it was registered with: it is read and checked once, by the model's id. */
const read = new Map<string, ModelDefinition>();
const mostRead = 512;

async function definitionsOf(database: Database, ids: string[]): Promise<Map<string, ModelDefinition>> {
  const unread = ids.filter((id) => !read.has(id));
  const rows =
    unread.length === 0
      ? []
      : await database.model.findMany({ where: { id: { in: unread } }, select: { id: true, definition: true } });
  const found = new Map(rows.map((row) => [row.id, definitionOf(row)]));
  const definitions = new Map<string, ModelDefinition>();
  for (const id of ids) {
    const definition = read.get(id) ?? found.get(id);
    if (!definition) continue;
    definitions.set(id, definition);
    // Behind the others: those that were not asked for the longest go first.
    read.delete(id);
    read.set(id, definition);
  }
  for (const id of read.keys()) {
    if (read.size <= mostRead) break;
    read.delete(id);
  }
  return definitions;
}
