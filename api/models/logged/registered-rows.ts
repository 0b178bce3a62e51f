import type { Stage } from "../../../prisma/client/client.ts";
import { actorNameSql } from "../../identity/actor-name.ts";
import { Prisma } from "../../platform/database.ts";
import type { Metric } from "../metric.ts";
import { stagingAlias } from "../move-to-stage.ts";

const { sql } = Prisma;

export interface Label {
  key: string;
  value: string;
}

/** Times are milliseconds since 1970: what is told to programs is made within the statement that finds it. */
interface Times {
  createdAt: number;
  updatedAt: number;
}

/** A version with all that is told of it to programs. */
export interface RegisteredVersion extends Times {
  model: string;
  version: number;
  stage: Stage;
  /** The name of who registered it. */
  createdBy: string;
  description: string;
  origin: { source: string; runId: string | null; loggedModelId: string | null; runLink: string | null } | null;
  tags: Label[];
  aliases: string[];
  /** Of a version that was asked for alone: lists leave them out, as MLflow's do. */
  metrics?: Metric[];
  params?: Record<string, unknown>;
}

export interface RegisteredModel extends Times {
  name: string;
  createdBy: string;
  description: string;
  tags: Label[];
  aliases: { name: string; version: number }[];
  /** The newest of each of MLflow's old stages. */
  latest: RegisteredVersion[];
}

/** A name that is taken for a model to come. */
export interface ReservedName extends Times {
  name: string;
  description: string;
  tags: Record<string, string>;
}

const versionFields = sql`
  'model', m.name, 'version', v.version, 'stage', v.stage, ${timesOf(sql`v`)}, 'createdBy', ${actorNameSql(sql`v.created_by`)},
  'description', v.description,
  'origin', (SELECT json_build_object(
    'source', o.source, 'runId', o.run_id, 'loggedModelId', o.logged_model_id, 'runLink', o.run_link)
    FROM version_origin o WHERE o.version_id = v.id),
  'tags', (SELECT ${listOf(sql`json_build_object('key', t.key, 'value', t.value) ORDER BY t.key`)}
    FROM version_tag t WHERE t.version_id = v.id),
  'aliases', (SELECT ${listOf(sql`a.name ORDER BY a.name`)} FROM model_alias a WHERE a.version_id = v.id)`;

/** The version `v` of the model `m` in a list, as JSON. */
export const versionRow = sql`json_build_object(${versionFields})`;

/** The same with its metrics and parameters. */
export const wholeVersionRow = sql`json_build_object(${versionFields}, 'metrics', v.metrics, 'params', v.params)`;

/**
 * The newest version of each old stage, of the model `m`. Candidates are of two of them: the one that is being tried is newest of its own,
 * however many are newer.
 */
const newestOfStages = sql`(
  SELECT newest.* FROM unnest(enum_range(NULL::"Stage")) AS s(stage) CROSS JOIN LATERAL (
    SELECT v.* FROM model_version v WHERE v.model_id = m.id AND v.stage = s.stage AND NOT (v.stage = 'CANDIDATE' AND EXISTS (
      SELECT FROM model_alias a WHERE a.model_id = m.id AND a.name = ${stagingAlias} AND a.version_id = v.id))
    ORDER BY v.version DESC LIMIT 1) newest
  UNION ALL
  SELECT v.* FROM model_alias a JOIN model_version v ON v.id = a.version_id
  WHERE a.model_id = m.id AND a.name = ${stagingAlias} AND v.stage = 'CANDIDATE')`;

/** The model `m`, as JSON. */
export const modelRow = sql`json_build_object(
  'name', m.name, ${timesOf(sql`m`)}, 'createdBy', ${actorNameSql(sql`m.created_by`)}, 'description', m.description,
  'tags', (SELECT ${listOf(sql`json_build_object('key', t.key, 'value', t.value) ORDER BY t.key`)}
    FROM model_tag t WHERE t.model_id = m.id),
  'aliases', (SELECT ${listOf(sql`json_build_object('name', a.name, 'version', v.version) ORDER BY a.name`)}
    FROM model_alias a JOIN model_version v ON v.id = a.version_id WHERE a.model_id = m.id),
  'latest', (SELECT ${listOf(sql`${versionRow} ORDER BY v.stage, v.version DESC`)} FROM ${newestOfStages} v))`;

/** The reserved name `r`, as JSON. */
export const reservedRow = sql`json_build_object(
  'name', r.name, ${timesOf(sql`r`)}, 'description', r.description, 'tags', r.tags)`;

/** What an aggregate collects, also of nothing. */
export function listOf(items: Prisma.Sql): Prisma.Sql {
  return sql`coalesce(json_agg(${items}), '[]')`;
}

function timesOf(row: Prisma.Sql): Prisma.Sql {
  const milliseconds = (column: Prisma.Sql) => sql`(extract(epoch FROM ${row}.${column}) * 1000)::bigint`;
  return sql`'createdAt', ${milliseconds(sql`created_at`)}, 'updatedAt', ${milliseconds(sql`updated_at`)}`;
}
