import { beside, column, oneBeside, type SearchTarget } from "../../models/search/target.ts";
import { Prisma } from "../../platform/database.ts";

const { sql } = Prisma;
const milliseconds = (instant: Prisma.Sql) => sql`(extract(epoch FROM ${instant}) * 1000)`;

/** Runs of programs, as `run`. Their times are milliseconds since 1970, as programs tell them. */
export const runTarget: SearchTarget = {
  noun: "runs",
  from: sql`FROM program_run AS run`,
  id: sql`run.id`,
  attributes: {
    run_id: column("text", sql`run.id`),
    run_name: column("text", sql`run.name`),
    name: column("text", sql`run.name`),
    status: column("text", sql`run.status::text`),
    user_id: column("text", sql`run.user_name`),
    artifact_uri: column("text", sql`('mlflow-artifacts:/' || run.experiment_id || '/' || run.id || '/artifacts')`),
    start_time: column("number", milliseconds(sql`run.started_at`)),
    created: column("number", milliseconds(sql`run.started_at`)),
    end_time: column("number", milliseconds(sql`run.ended_at`), { required: false }),
  },
  // A run's metrics are of no split: a name that begins like one is a name.
  metric: (name, split) =>
    oneBeside(
      "number",
      sql`x.value`,
      sql`FROM run_latest_metric x WHERE x.run_id = run.id AND x.key = ${split === "holdout" ? name : `${split}.${name}`}`,
    ),
  param: (key) => oneBeside("text", sql`x.value`, sql`FROM run_param x WHERE x.run_id = run.id AND x.key = ${key}`),
  tag: (key) => oneBeside("text", sql`x.value`, sql`FROM run_tag x WHERE x.run_id = run.id AND x.key = ${key}`),
  aliases: beside("text", sql`x.name`, sql`FROM model_alias x WHERE FALSE`),
  datasets: {
    name: beside("text", sql`x.name`, sql`FROM run_dataset x WHERE x.run_id = run.id`),
    digest: beside("text", sql`x.digest`, sql`FROM run_dataset x WHERE x.run_id = run.id`),
    // What a run read it for: its client keeps that as a tag.
    context: beside(
      "text",
      sql`(t.tag->>'value')`,
      sql`FROM run_dataset x, jsonb_array_elements(x.tags) AS t(tag)
        WHERE x.run_id = run.id AND t.tag->>'key' = 'mlflow.data.context'`,
    ),
  },
};
