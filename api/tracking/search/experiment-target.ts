import { beside, column, oneBeside, type SearchTarget } from "../../models/search/target.ts";
import { Prisma } from "../../platform/database.ts";

const { sql } = Prisma;
const milliseconds = (instant: Prisma.Sql) => sql`(extract(epoch FROM ${instant}) * 1000)`;
const none = beside("text", sql`x.name`, sql`FROM model_alias x WHERE FALSE`);

/** Experiments, as `e`. They have tags, and nothing that is measured. */
export const experimentTarget: SearchTarget = {
  noun: "experiments",
  from: sql`FROM experiment AS e`,
  id: sql`e.id`,
  attributes: {
    experiment_id: column("text", sql`e.id::text`),
    name: column("text", sql`e.name`),
    creation_time: column("number", milliseconds(sql`e.created_at`)),
    last_update_time: column("number", milliseconds(sql`e.updated_at`)),
  },
  metric: () => none,
  param: () => none,
  tag: (key) =>
    oneBeside("text", sql`x.value`, sql`FROM experiment_tag x WHERE x.experiment_id = e.id AND x.key = ${key}`),
  aliases: none,
};
