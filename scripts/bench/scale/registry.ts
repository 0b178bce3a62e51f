import type { Client } from "pg";
import { titanic } from "../../../api/models/definitions/titanic.ts";

export interface RegistrySize {
  models: number;
  versionsEach: number;
}

/** Of each model as many versions were in production, one after the other; the last of them is. */
const promoted = 10;
export const nameOf = (model: number) => `model-${String(model % 1e9).padStart(5, "0")}`;

/**
 * Fills an empty registry as years of use would: every version registered, ten of each model promoted in turn, with tags and aliases. Ids
 * grow with the time, as the product's do.
 */
export async function writeRegistry(client: Client, size: RegistrySize): Promise<void> {
  // Without the triggers that write what is searched a row at a time: that is written here at once, by the same rules.
  await client.query("SET session_replication_role = replica");
  await writeModels(client, size);
  await writeChanges(client);
  await writeSearchRows(client);
  await client.query("SET session_replication_role = origin");
}

async function writeModels(client: Client, { models, versionsEach }: RegistrySize): Promise<void> {
  await client.query(
    `INSERT INTO model (id, name, description, task, target, definition, created_at, created_by, updated_at)
     SELECT uuidv7(timestamptz '2024-01-01' + n * interval '1 minute' - now()), 'model-' || lpad(n::text, 5, '0'), 'Who survived, of ship ' || n, 'BINARY_CLASSIFICATION', 'survived',
       jsonb_set($1::jsonb, '{name}', to_jsonb('model-' || lpad(n::text, 5, '0'))), timestamptz '2024-01-01' + n * interval '1 minute',
       'local-owner', timestamptz '2024-01-01' + n * interval '1 minute'
     FROM generate_series(0, $2::int - 1) AS n`,
    [JSON.stringify(titanic), models],
  );
  await client.query(
    `INSERT INTO dataset (id, name, sha256, rows, columns, provenance)
     VALUES (gen_random_uuid(), 'titanic', repeat('c6', 32), 1309, '{sex,pclass,embarked,age,survived}', 'made for the benchmark')`,
  );
  await client.query(
    `INSERT INTO model_version (id, model_id, version, stage, production_scope, promoted_at, algorithm, metrics, params, artifact_sha256,
       artifact_bytes, dataset_id, created_at, created_by, updated_at)
     SELECT uuidv7(m.created_at + (v - 1) * interval '1 day' - now()), m.id, v,
       (CASE WHEN v < $2 THEN 'ARCHIVED' WHEN v = $2 THEN 'PRODUCTION' ELSE 'CANDIDATE' END)::"Stage", m.id::text,
       CASE WHEN v <= $2 THEN m.created_at + v * interval '1 day' END, 'logistic_regression',
       jsonb_build_array(
         jsonb_build_object('name', 'accuracy', 'split', 'holdout', 'value', 0.6 + 0.4 * random()),
         jsonb_build_object('name', 'log_loss', 'split', 'holdout', 'value', 0.2 + 0.5 * random()),
         jsonb_build_object('name', 'roc_auc', 'split', 'holdout', 'value', 0.6 + 0.4 * random()),
         jsonb_build_object('name', 'accuracy', 'split', 'train', 'value', 0.6 + 0.4 * random())),
       jsonb_build_object('C', round(random() * 10), 'seed', v, 'testSize', 0.3), md5(m.id::text || v) || md5(v::text || m.id), 1800,
       (SELECT id FROM dataset), m.created_at + (v - 1) * interval '1 day', 'local-owner', m.created_at + v * interval '1 day'
     FROM model m, generate_series(1, $1::int) AS v`,
    [versionsEach, promoted],
  );
}

async function writeChanges(client: Client): Promise<void> {
  // In the order of time, as the log is written.
  await client.query(
    `INSERT INTO stage_change (model_id, version_id, from_stage, to_stage, reason, actor_id, request_id, plan_digest, at)
     SELECT model_id, id, from_stage::"Stage", to_stage::"Stage", reason::"StageChangeReason", 'local-owner', 'benchmark', NULL, at FROM (
       SELECT model_id, id, NULL AS from_stage, 'CANDIDATE' AS to_stage, 'REGISTERED' AS reason, created_at AS at, 0 AS place
         FROM model_version
       UNION ALL SELECT model_id, id, 'PRODUCTION', 'ARCHIVED', 'SUPERSEDED', promoted_at + interval '1 day', 1
         FROM model_version WHERE version < $1
       UNION ALL SELECT model_id, id, 'CANDIDATE', 'PRODUCTION', 'PROMOTED', promoted_at, 2
         FROM model_version WHERE version <= $1) AS happened
     ORDER BY at, place`,
    [promoted],
  );
  await client.query(
    `INSERT INTO version_tag (version_id, key, value)
     SELECT id, 'team', (ARRAY['risk', 'growth', 'care', 'fleet'])[1 + (abs(hashtext(id::text)) % 4)] FROM model_version`,
  );
  await client.query(
    `INSERT INTO model_tag (model_id, key, value) SELECT id, 'team', (ARRAY['risk', 'growth'])[1 + (abs(hashtext(id::text)) % 2)] FROM model`,
  );
  await client.query(
    `INSERT INTO model_alias (model_id, name, version_id, set_at, set_by)
     SELECT model_id, 'champion', id, created_at, 'local-owner' FROM model_version WHERE version = $1`,
    [promoted],
  );
}

async function writeSearchRows(client: Client): Promise<void> {
  await client.query(
    `INSERT INTO version_metric (version_id, name, split, value)
     SELECT id, metric->>'name', metric->>'split', (metric->>'value')::double precision
     FROM model_version, jsonb_array_elements(metrics) AS metric`,
  );
  await client.query(
    `INSERT INTO version_param (version_id, key, value)
     SELECT id, param.key, param.value FROM model_version, jsonb_each_text(params) AS param`,
  );
}
