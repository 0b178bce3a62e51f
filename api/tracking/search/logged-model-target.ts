import { beside, column, type Field, oneBeside, type SearchTarget } from "../../models/search/target.ts";
import { Prisma } from "../../platform/database.ts";

const { sql } = Prisma;
const milliseconds = (instant: Prisma.Sql) => sql`(extract(epoch FROM ${instant}) * 1000)`;

/** A data set that metrics were measured on; any digest when none is named. */
export interface MeasuredOn {
  name: string;
  digest: string | null;
}

/** Logged models, as `l`; their metrics those that were measured on one of the data sets, or on anything when none is named. */
export function loggedModelTarget(on: readonly MeasuredOn[] = []): SearchTarget {
  const measured =
    on.length === 0
      ? sql`TRUE`
      : Prisma.join(
          on.map(({ name, digest }) =>
            digest === null
              ? sql`r.dataset_name = ${name}`
              : sql`(r.dataset_name = ${name} AND r.dataset_digest = ${digest})`,
          ),
          " OR ",
          "(",
          ")",
        );
  return { ...target, metric: (name, split) => metricOf(split === "holdout" ? name : `${split}.${name}`, measured) };
}

function metricOf(key: string, measured: Prisma.Sql): Field {
  return oneBeside(
    "number",
    sql`x.value`,
    sql`FROM (SELECT value FROM run_metric r WHERE r.model_id = l.id AND r.key = ${key} AND ${measured}
      ORDER BY r.step DESC, r.at DESC LIMIT 1) x WHERE TRUE`,
  );
}

const target: Omit<SearchTarget, "metric"> = {
  noun: "logged models",
  from: sql`FROM logged_model AS l`,
  id: sql`l.id`,
  attributes: {
    model_id: column("text", sql`l.id`),
    name: column("text", sql`l.name`),
    model_name: column("text", sql`l.name`),
    model_type: column("text", sql`l.model_type`),
    status: column("text", sql`l.status::text`),
    source_run_id: column("text", sql`l.source_run_id`, { required: false }),
    creation_timestamp: column("number", milliseconds(sql`l.created_at`)),
    creation_time: column("number", milliseconds(sql`l.created_at`)),
    last_updated_timestamp: column("number", milliseconds(sql`l.updated_at`)),
  },
  param: (key) => oneBeside("text", sql`x.value`, sql`FROM (SELECT l.params->>${key} AS value) x WHERE TRUE`),
  tag: (key) => oneBeside("text", sql`x.value`, sql`FROM (SELECT l.tags->>${key} AS value) x WHERE TRUE`),
  aliases: beside("text", sql`x.name`, sql`FROM model_alias x WHERE FALSE`),
};
