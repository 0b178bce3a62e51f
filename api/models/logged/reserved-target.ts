import { Prisma } from "../../platform/database.ts";
import { beside, column, oneBeside, type SearchTarget } from "../search/target.ts";

const { sql } = Prisma;
const none = sql`FROM model_alias x WHERE FALSE`;
/** What no reserved name has: never there, yet of a type that compares with what is asked. */
const nothing = {
  text: beside("text", sql`NULL::text`, none),
  number: beside("number", sql`NULL::double precision`, none),
  stage: beside("stage", sql`NULL::"Stage"`, none),
};

/** Reserved names, as `r`: searched as models are, of which they have a name, a description and tags alone. */
export const reservedTarget: SearchTarget = {
  noun: "models",
  from: sql`FROM reserved_model AS r`,
  id: sql`r.name`,
  attributes: {
    name: column("text", sql`r.name`),
    description: column("text", sql`r.description`),
    target: nothing.text,
    task: nothing.text,
    creation_timestamp: column("instant", sql`r.created_at`),
    created_at: column("instant", sql`r.created_at`),
    last_updated_timestamp: column("instant", sql`r.updated_at`),
    timestamp: column("instant", sql`r.updated_at`),
    stage: nothing.stage,
    algorithm: nothing.text,
  },
  metric: () => nothing.number,
  param: () => nothing.text,
  tag: (key) =>
    oneBeside("text", sql`x.value`, sql`FROM (SELECT r.tags->>${key} AS value) x WHERE x.value IS NOT NULL`),
  aliases: nothing.text,
};
