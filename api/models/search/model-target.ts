import { Prisma } from "../../platform/database.ts";
import { beside, column, oneBeside, type SearchTarget } from "./target.ts";

const { sql } = Prisma;
/** What is said of a model's metrics and params is said of the version that answers predictions. */
const inProduction = sql`model_version v WHERE v.model_id = m.id AND v.stage = 'PRODUCTION'`;
/** The stage PRODUCTION shows itself as an alias. */
const aliases = sql`(SELECT a.model_id, a.name FROM model_alias a
  UNION ALL SELECT p.model_id, 'production' FROM model_version p WHERE p.stage = 'PRODUCTION')`;

/** Models that were not removed. */
export const modelTarget: SearchTarget = {
  noun: "models",
  from: sql`FROM (SELECT * FROM model WHERE removed_at IS NULL) m`,
  id: sql`m.id`,
  attributes: {
    name: column("text", sql`m.name`),
    description: column("text", sql`m.description`),
    target: column("text", sql`m.target`),
    task: column("text", sql`m.task::text`),
    creation_timestamp: column("instant", sql`m.created_at`),
    created_at: column("instant", sql`m.created_at`),
    last_updated_timestamp: column("instant", sql`m.updated_at`),
    // The name of it that MLflow's clients recommend.
    timestamp: column("instant", sql`m.updated_at`),
    stage: beside("stage", sql`x.stage`, sql`FROM model_version x WHERE x.model_id = m.id`),
    algorithm: oneBeside("text", sql`v.algorithm`, sql`FROM ${inProduction}`),
  },
  metric: (name, split) =>
    oneBeside(
      "number",
      sql`x.value`,
      sql`FROM version_metric x, ${inProduction} AND x.version_id = v.id AND x.name = ${name} AND x.split = ${split}`,
    ),
  param: (key) =>
    oneBeside(
      "text",
      sql`x.value`,
      sql`FROM version_param x, ${inProduction} AND x.version_id = v.id AND x.key = ${key}`,
    ),
  tag: (key) => oneBeside("text", sql`x.value`, sql`FROM model_tag x WHERE x.model_id = m.id AND x.key = ${key}`),
  aliases: { ...beside("text", sql`x.name`, sql`FROM ${aliases} x WHERE x.model_id = m.id`), short: true },
};
