import { type Aim, ms, table } from "../report-parts.ts";
import type { ScaleResult } from "./measure-scale.ts";

const mostMs = 50;
const leastRows = 100_000;

export function scaleAims({ operations, verify }: ScaleResult): Aim[] {
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
  ];
}

export function scaleSection({ size, databaseBytes, operations, verify }: ScaleResult): string[] {
  const number = (value: number) => value.toLocaleString("en");
  const times = verify.map(
    ({ seconds, rowsPerSecond }) => `${seconds.toFixed(1)} s (${number(Math.round(rowsPerSecond))} a second)`,
  );
  return [
    "## A large registry",
    "",
    `${number(size.models)} models with ${number(size.models * size.versionsEach)} versions and ${number(size.auditEvents)} audit events, ${(databaseBytes / 1e9).toFixed(2)} GB, made by \`scripts/bench/scale/\`;`,
    "PostgreSQL and an API of their own, one client on loopback. Each is asked by GraphQL for another model, filter or moment each time.",
    "",
    ...table(
      ["What is asked", "Requests", "p50", "p95", "slowest"],
      operations.map(({ name, count, p50, p95, max }) => [name, String(count), ms(p50), ms(p95), ms(max)]),
    ),
    `Verifying the audit log, by \`verifyAuditLog\`: ${times.join(", ")}.`,
    "",
    "### By which indexes",
    "",
    "Of each, the statement that took longest, as PostgreSQL explained it when it ran (`auto_explain`):",
    "",
    ...operations.flatMap(({ name, plan }) =>
      plan ? [`${capitalised(name)} (${ms(plan.milliseconds)}):`, "", "```text", plan.plan, "```", ""] : [],
    ),
  ];
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
