import type { Scope } from "../actions/define-action.ts";
import { allow } from "./allow.ts";
import { type Measurement, type MeasurementRow, measurementOf } from "./metrics.ts";

/** How a metric went. */
export interface MetricCurve {
  /** All that were told. */
  count: number;
  /** Some of them, evenly spread, the first and the last among them; in the order of steps and times. */
  points: Measurement[];
}

/** A metric of a run as something to be drawn: of a million measurements as many as can be told apart. */
export async function metricCurve(
  scope: Scope,
  { runId, key, most }: { runId: string; key: string; most: number },
): Promise<MetricCurve> {
  allow(scope, "tracking:read");
  const rows = await scope.services.database.$queryRaw<(MeasurementRow & { count: bigint; place: bigint })[]>`
    SELECT key, value::text AS value, step, at, count, place FROM (
      SELECT key, value, step, at, count(*) OVER () AS count, row_number() OVER (ORDER BY step, at, id) AS place
      FROM run_metric WHERE run_id = ${runId} AND key = ${key}
    ) AS placed
    WHERE place = count OR (place - 1) % greatest(1, ceil(count::numeric / ${most - 1}::int)::bigint) = 0
    ORDER BY place`;
  return {
    count: Number(rows[0]?.count ?? 0),
    points: rows.map(({ count: _count, place: _place, ...row }) => measurementOf(row)),
  };
}
