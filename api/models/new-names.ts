import { z } from "zod";
import { defineRead } from "../actions/define-action.ts";
import { Prisma, readJson } from "../platform/database.ts";

export interface NewNames {
  models: { name: string; aliases: string[] }[];
  /** The newest entry of the log: what comes behind it is not known yet. */
  upTo: string;
}

/**
 * What models are called, of those that changed stages behind an entry of the log; of all when none is named. Whatever registers a model
 * or restores one is in that log, in the order of the commits. It is read within each turn of a conversation, and nobody asks for it.
 */
export const newNames = defineRead({
  name: "newNames",
  title: "Learn the models' names",
  description: "What the models are called that were registered since.",
  permission: "models:read",
  input: z.object({ behind: z.string().nullable() }),
  async read({ services: { database } }, { behind }): Promise<NewNames> {
    const changed = Prisma.sql`m.id IN (SELECT c.model_id FROM stage_change c WHERE c.id > ${behind}::bigint)`;
    const found = await readJson<NewNames>(
      database,
      Prisma.sql`SELECT json_build_object(
        'upTo', (SELECT coalesce(max(id), 0)::text FROM stage_change),
        'models', (SELECT coalesce(json_agg(json_build_object(
            'name', m.name, 'aliases', coalesce(m.definition->'aliases', '[]')) ORDER BY m.id), '[]')
          FROM model m WHERE m.removed_at IS NULL AND ${behind === null ? Prisma.sql`TRUE` : changed}))::text`,
      behind === null ? "all-names" : "new-names",
    );
    return found ?? { models: [], upTo: behind ?? "0" };
  },
});
