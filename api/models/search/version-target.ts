import { Prisma } from "../../platform/database.ts";
import { column, oneBeside, type SearchTarget } from "./target.ts";

const { sql } = Prisma;

/** Versions of models that were not removed. */
export const versionTarget: SearchTarget = {
  noun: "versions",
  from: sql`FROM model_version v JOIN model m ON m.id = v.model_id AND m.removed_at IS NULL`,
  id: sql`v.id`,
  attributes: {
    name: column("text", sql`m.name`),
    version_number: column("integer", sql`v.version`),
    version: column("integer", sql`v.version`),
    stage: column("stage", sql`v.stage`),
    current_stage: column("stage", sql`v.stage`),
    algorithm: column("text", sql`v.algorithm`),
    description: column("text", sql`v.description`),
    // Of a version that was logged: the run of the program that logged it.
    run_id: column(
      "text",
      sql`coalesce(v.training_run_id::text, (SELECT o.run_id FROM version_origin o WHERE o.version_id = v.id))`,
      { required: false },
    ),
    // As MLflow's clients are told it.
    source_path: column(
      "text",
      sql`coalesce((SELECT o.source FROM version_origin o WHERE o.version_id = v.id),
        'mlflow-artifacts:/registered/' || m.name || '/' || v.version)`,
    ),
    creation_timestamp: column("instant", sql`v.created_at`),
    created_at: column("instant", sql`v.created_at`),
    last_updated_timestamp: column("instant", sql`v.updated_at`),
    promoted_at: column("instant", sql`v.promoted_at`, { required: false }),
  },
  metric: (name, split) =>
    oneBeside(
      "number",
      sql`x.value`,
      sql`FROM version_metric x WHERE x.version_id = v.id AND x.name = ${name} AND x.split = ${split}`,
    ),
  param: (key) =>
    oneBeside("text", sql`x.value`, sql`FROM version_param x WHERE x.version_id = v.id AND x.key = ${key}`),
  tag: (key) => oneBeside("text", sql`x.value`, sql`FROM version_tag x WHERE x.version_id = v.id AND x.key = ${key}`),
  aliases: {
    type: "text",
    short: true,
    // From the few that have an alias to the versions: the other way walks all that have none. The stage shows itself as one.
    holds: (condition) =>
      sql`v.id = ANY(ARRAY(SELECT x.version_id FROM model_alias x WHERE ${condition(sql`x.name`)}
        UNION ALL SELECT p.id FROM model_version p WHERE p.stage = 'PRODUCTION' AND ${condition(sql`'production'::text`)}))`,
  },
};
