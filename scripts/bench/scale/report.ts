import { type Aim, ms, table } from "../report-parts.ts";
import type { ScaleResult } from "./measure-scale.ts";
import type { Compared } from "./mlflow/compare.ts";

const mostMs = 50;
const leastRows = 100_000;
const leastRatio = 10;

export function scaleAims({ operations, verify, compared }: ScaleResult): Aim[] {
  const slowest = operations.toSorted((a, b) => b.p95 - a.p95)[0];
  const rows = medianOf(verify.map(({ rowsPerSecond }) => rowsPerSecond));
  return [
    ...(slowest
      ? [
          {
            what: `a large registry, the slowest of ${operations.length} operations (${slowest.name}): p95`,
            aim: `< ${mostMs} ms`,
            measured: ms(slowest.p95),
            met: slowest.p95 < mostMs,
          },
        ]
      : []),
    {
      what: "verifying the audit log: events a second",
      aim: "≥ 100,000",
      measured: Math.round(rows).toLocaleString("en"),
      met: rows >= leastRows,
    },
    ...(compared ? [ratioAim(compared)] : []),
  ];
}

function ratioAim(compared: readonly Compared[]): Aim {
  const least = Math.min(...compared.map(ratioOf));
  return {
    what: "beside a real MLflow server on the same registry, the least of the ratios of the medians",
    aim: `≥ ${leastRatio} ×`,
    measured: `${least.toFixed(1)} ×`,
    met: least >= leastRatio,
  };
}

const ratioOf = ({ ours, theirs }: Compared) => theirs.p50 / ours.p50;

export function scaleSection({ size, databaseBytes, operations, verify, compared }: ScaleResult): string[] {
  const number = (value: number) => value.toLocaleString("en");
  const times = verify.map(
    ({ seconds, rowsPerSecond }) => `${seconds.toFixed(1)} s (${number(Math.round(rowsPerSecond))} a second)`,
  );
  return [
    "## A large registry",
    "",
    `${number(size.models)} models with ${number(size.models * size.versionsEach)} versions and ${number(size.auditEvents)} audit events, ${(databaseBytes / 1e9).toFixed(2)} GB, made by \`scripts/bench/scale/\`;`,
    "PostgreSQL and an API of their own, one client on loopback. Each asks for another model, filter or moment each time: by GraphQL, with the web app's own documents where it has them, or by MLflow's API.",
    "",
    ...table(
      ["What is asked", "Requests", "p50", "p95", "slowest"],
      operations.map(({ name, count, p50, p95, max }) => [name, String(count), ms(p50), ms(p95), ms(max)]),
    ),
    `Verifying the audit log, by \`verifyAuditLog\`: ${times.join(", ")}.`,
    "",
    ...comparison(compared),
    "### By which indexes",
    "",
    "Of each, the statement that took longest, as PostgreSQL explained it when it ran (`auto_explain`):",
    "",
    ...operations.flatMap(({ name, plan }) =>
      plan ? [`${capitalised(name)} (${ms(plan.milliseconds)}):`, "", "```text", plan.plan, "```", ""] : [],
    ),
  ];
}

function comparison(compared: readonly Compared[] | null): string[] {
  if (!compared) return [];
  return [
    "### Beside MLflow's server",
    "",
    "The same requests to a real `mlflow server` (one worker, SQLite, as it starts by default), one here and one there in turn. It has the same",
    "models, versions, tags and aliases: its tables are made by its own migrations, and the rows put there by SQL.",
    "",
    ...table(
      ["What is asked", "Requests", "p50", "p95", "MLflow's p50", "MLflow's p95", "p50 : p50"],
      compared.map((row) => [
        row.name,
        String(row.count),
        ms(row.ours.p50),
        ms(row.ours.p95),
        ms(row.theirs.p50),
        ms(row.theirs.p95),
        `${ratioOf(row).toFixed(1)} ×`,
      ]),
    ),
  ];
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
