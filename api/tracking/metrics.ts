import type { Scope } from "../actions/define-action.ts";
import { type Database, Prisma, type Transaction } from "../platform/database.ts";
import { allow } from "./allow.ts";
import { type Page, type Paged, paged } from "./pages.ts";

/** One measurement of a run, as its program told it. */
export interface Measurement {
  key: string;
  /** May be NaN or infinite. */
  value: number;
  step: bigint;
  /** Milliseconds since 1970, by the program's clock. */
  at: bigint;
  modelId?: string | null;
  datasetName?: string | null;
  datasetDigest?: string | null;
}

/** A number as PostgreSQL writes it; JSON, in which parameters of SQL travel, has no NaN and nothing infinite. */
export interface MeasurementRow extends Omit<Measurement, "value"> {
  value: string;
}

/** Adds measurements to a run; one that is there already is not added again. Told in any order, the latest stays the latest. */
export async function addMeasurements(tx: Transaction, runId: string, measured: readonly Measurement[]): Promise<void> {
  if (measured.length === 0) return;
  const column = <T>(of: (measurement: Measurement) => T) => measured.map(of);
  await tx.$executeRaw`
    INSERT INTO run_metric (run_id, key, value, step, at, model_id, dataset_name, dataset_digest)
    SELECT ${runId}, key, value::float8, step, at, NULLIF(model_id, ''), NULLIF(dataset_name, ''), NULLIF(dataset_digest, '')
    FROM unnest(
      ${column(({ key }) => key)}::text[], ${column(({ value }) => numberText(value))}::text[],
      ${column(({ step }) => step)}::bigint[], ${column(({ at }) => at)}::bigint[],
      ${column(({ modelId }) => modelId ?? "")}::text[], ${column(({ datasetName }) => datasetName ?? "")}::text[],
      ${column(({ datasetDigest }) => datasetDigest ?? "")}::text[]
    ) AS told(key, value, step, at, model_id, dataset_name, dataset_digest)
    ON CONFLICT DO NOTHING`;
  // In the keys' order: two programs that tell of one run don't wait for each other in a circle.
  const latest = [...latestOf(measured).values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  await tx.$executeRaw`
    INSERT INTO run_latest_metric AS known (run_id, key, value, step, at)
    SELECT ${runId}, key, value::float8, step, at
    FROM unnest(
      ${latest.map(({ key }) => key)}::text[], ${latest.map(({ value }) => numberText(value))}::text[],
      ${latest.map(({ step }) => step)}::bigint[], ${latest.map(({ at }) => at)}::bigint[]
    ) AS told(key, value, step, at)
    ON CONFLICT (run_id, key) DO UPDATE SET value = excluded.value, step = excluded.step, at = excluded.at
    WHERE (excluded.step, excluded.at, excluded.value) > (known.step, known.at, known.value)`;
}

/** Of each key the measurement with the highest step, then time, then value. */
function latestOf(measured: readonly Measurement[]): Map<string, Measurement> {
  const latest = new Map<string, Measurement>();
  for (const each of measured) {
    const known = latest.get(each.key);
    if (!known || isLater(each, known)) latest.set(each.key, each);
  }
  return latest;
}

function isLater(one: Measurement, other: Measurement): boolean {
  if (one.step !== other.step) return one.step > other.step;
  if (one.at !== other.at) return one.at > other.at;
  return one.value > other.value || Number.isNaN(one.value);
}

function numberText(value: number): string {
  return String(value);
}

/** The latest measurement of each metric, by run, in the order of the keys. */
export async function latestMetrics(database: Database, runIds: string[]): Promise<Map<string, Measurement[]>> {
  if (runIds.length === 0) return new Map();
  const rows = await database.$queryRaw<(MeasurementRow & { runId: string })[]>`
    SELECT run_id AS "runId", key, value::text AS value, step, at FROM run_latest_metric
    WHERE run_id = ANY(${runIds}) ORDER BY run_id, key`;
  const byRun = new Map<string, Measurement[]>();
  for (const { runId, ...row } of rows) byRun.set(runId, [...(byRun.get(runId) ?? []), measurementOf(row)]);
  return byRun;
}

/** Every measurement of a metric, in the order of arrival. */
export async function metricHistory(
  scope: Scope,
  { runId, key, page }: { runId: string; key: string; page: Page },
): Promise<Paged<Measurement>> {
  allow(scope, "tracking:read");
  const rows = await scope.services.database.$queryRaw<MeasurementRow[]>`
    SELECT key, value::text AS value, step, at, model_id AS "modelId", dataset_name AS "datasetName",
      dataset_digest AS "datasetDigest"
    FROM run_metric WHERE run_id = ${runId} AND key = ${key} ORDER BY id OFFSET ${page.offset} LIMIT ${page.limit + 1}`;
  return paged(page, rows.map(measurementOf));
}

/** A metric of many runs, in the order of runs, steps and times: at most `most` measurements of each run. */
export async function metricOfRuns(
  scope: Scope,
  query: { runIds: string[]; key: string; fromStep?: number; toStep?: number; most: number },
): Promise<(Measurement & { runId: string })[]> {
  allow(scope, "tracking:read");
  const { runIds, key, fromStep, toStep, most } = query;
  const from = fromStep === undefined ? Prisma.empty : Prisma.sql`AND step >= ${fromStep}`;
  const to = toStep === undefined ? Prisma.empty : Prisma.sql`AND step <= ${toStep}`;
  const rows = await scope.services.database.$queryRaw<(MeasurementRow & { runId: string })[]>`
    SELECT "runId", key, value, step, at FROM (
      SELECT run_id AS "runId", key, value::text AS value, step, at, id,
        row_number() OVER (PARTITION BY run_id ORDER BY step, at, id) AS place
      FROM run_metric WHERE run_id = ANY(${runIds}) AND key = ${key} ${from} ${to}
    ) AS placed WHERE place <= ${most} ORDER BY "runId", step, at, id`;
  return rows.map(({ runId, ...row }) => ({ ...measurementOf(row), runId }));
}

/** The latest of each metric that was told of a logged model, by model. */
export async function metricsOfModels(
  database: Database,
  modelIds: string[],
): Promise<Map<string, (Measurement & { runId: string })[]>> {
  if (modelIds.length === 0) return new Map();
  const rows = await database.$queryRaw<(MeasurementRow & { runId: string; modelId: string })[]>`
    SELECT DISTINCT ON (model_id, key, dataset_name, dataset_digest) model_id AS "modelId", run_id AS "runId", key,
      value::text AS value, step, at, dataset_name AS "datasetName", dataset_digest AS "datasetDigest"
    FROM run_metric WHERE model_id = ANY(${modelIds})
    ORDER BY model_id, key, dataset_name, dataset_digest, step DESC, at DESC, value DESC`;
  const byModel = new Map<string, (Measurement & { runId: string })[]>();
  for (const { runId, ...row } of rows) {
    byModel.set(row.modelId, [...(byModel.get(row.modelId) ?? []), { ...measurementOf(row), runId }]);
  }
  return byModel;
}

/** The value goes over as text: a number of JSON is never NaN or infinite. */
export function measurementOf<Row extends MeasurementRow>({
  value,
  ...row
}: Row): Omit<Row, "value"> & { value: number } {
  return { ...row, value: Number(value) };
}
