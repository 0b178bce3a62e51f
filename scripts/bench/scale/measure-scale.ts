import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { deployMigrations } from "../../../api/platform/migrations/deploy.ts";
import { startTemporaryPostgres } from "../../testing/temporary-postgres.mjs";
import { ask } from "../graphql.ts";
import { quantileOf } from "../statistics.ts";
import { startApi } from "./api-process.ts";
import { writeAuditLog } from "./audit-log.ts";
import { type Compared, compareWithMlflow } from "./mlflow/compare.ts";
import { type Operation, operationsFor, type Places } from "./operations.ts";
import { plansIn, type StatementPlan } from "./plans.ts";
import { nameOf, type RegistrySize, writeRegistry } from "./registry.ts";
import { send } from "./send.ts";

export interface ScaleSize extends RegistrySize {
  auditEvents: number;
}

export interface ScaleResult {
  size: ScaleSize;
  databaseBytes: number;
  operations: { name: string; count: number; p50: number; p95: number; max: number; plan: StatementPlan | null }[];
  verify: { seconds: number; rowsPerSecond: number }[];
  /** Null where there is no Python to run an MLflow server with. */
  compared: Compared[] | null;
}

const mostRounds = 200;
const verifications = 3;

/**
 * A large registry and a long audit log, on a PostgreSQL and an API of their own: how long what people do takes, by one client on loopback,
 * and how long it takes to verify the log.
 */
export async function measureScale(
  size: ScaleSize,
  signal: AbortSignal,
  say: (line: string) => void,
): Promise<ScaleResult> {
  const logged: string[] = [];
  const server = await startTemporaryPostgres((line) => logged.push(...line.split("\n")));
  const dataDir = await mkdtemp(join(tmpdir(), "modelwright-bench-scale-"));
  try {
    const url = await databaseOf(server.url);
    say(
      `scale: writing ${size.models} models, ${size.models * size.versionsEach} versions, ${size.auditEvents} audit events`,
    );
    const databaseBytes = await fill(url, size, signal);
    const operations = operationsFor(size, await placesIn(url));
    const measured = await measureOperations(operations, { url, dataDir, signal, say });
    const verify = await measureVerification(size, { url, dataDir, signal, say });
    const compared = await compare(operations, { url, dataDir, signal, say });
    const plans = await explain(operations, { url, dataDir, signal, logged });
    return {
      size,
      databaseBytes,
      verify,
      compared,
      operations: measured.map((operation) => ({ ...operation, plan: plans.get(operation.name) ?? null })),
    };
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function databaseOf(serverUrl: string): Promise<string> {
  const admin = new Client({ connectionString: serverUrl });
  await admin.connect();
  await admin.query("CREATE DATABASE scale");
  await admin.end();
  const url = new URL(serverUrl);
  url.pathname = "/scale";
  await deployMigrations(url.href);
  return url.href;
}

async function fill(url: string, size: ScaleSize, signal: AbortSignal): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await writeRegistry(client, size);
    await writeAuditLog(client, size.auditEvents, (event) => nameOf(event % size.models), signal);
    await client.query("VACUUM (ANALYZE)");
    const { rows } = await client.query<{ bytes: string }>("SELECT pg_database_size(current_database()) AS bytes");
    return Number(rows[0]?.bytes);
  } finally {
    await client.end();
  }
}

/** Where pages of lists go on: some hundred rows of each. */
async function placesIn(url: string): Promise<Places> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const some = async (table: string) => {
      const { rows } = await client.query<{ id: string }>(`SELECT id FROM ${table} ORDER BY random() LIMIT 500`);
      return rows.map(({ id }) => id);
    };
    const { rows: versions } = await client.query<{ model: string; id: string }>(
      "SELECT m.name AS model, v.id FROM model_version v JOIN model m ON m.id = v.model_id ORDER BY random() LIMIT 500",
    );
    return { models: await some("model"), versions, events: await some("audit_event") };
  } finally {
    await client.end();
  }
}

interface Run {
  url: string;
  dataDir: string;
  signal: AbortSignal;
  say: (line: string) => void;
}

async function measureOperations(operations: readonly Operation[], { url, dataDir, signal, say }: Run) {
  await using api = await startApi(url, dataDir, signal);
  const results = [];
  for (const { name, request, rounds = mostRounds } of operations) {
    // Not measured: caches of plans and of pages fill.
    for (let round = 0; round < rounds / 10; round += 1) await send(api.url, request(Math.random), signal);
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const begun = performance.now();
      await send(api.url, request(Math.random), signal);
      times.push(performance.now() - begun);
    }
    times.sort((a, b) => a - b);
    const [p50, p95, max] = [quantileOf(times, 0.5), quantileOf(times, 0.95), quantileOf(times, 1)];
    say(`scale: ${name}: p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`);
    results.push({ name, count: rounds, p50, p95, max });
  }
  return results;
}

async function measureVerification({ auditEvents }: ScaleSize, { url, dataDir, signal, say }: Run) {
  await using api = await startApi(url, dataDir, signal);
  const results: { seconds: number; rowsPerSecond: number }[] = [];
  for (let round = 0; round < verifications; round += 1) {
    const begun = performance.now();
    const { verifyAuditLog } = await ask<{ verifyAuditLog: { valid: boolean; checked: number } }>(
      api.graphqlUrl,
      "{ verifyAuditLog { valid checked } }",
      {},
      signal,
    );
    const seconds = (performance.now() - begun) / 1_000;
    if (!verifyAuditLog.valid || verifyAuditLog.checked !== auditEvents) {
      throw new Error(`the log was not found to be whole: ${JSON.stringify(verifyAuditLog)}`);
    }
    const rowsPerSecond = auditEvents / seconds;
    say(`scale: verified ${auditEvents} events in ${seconds.toFixed(1)} s, ${rowsPerSecond.toFixed(0)} a second`);
    results.push({ seconds, rowsPerSecond });
  }
  return results;
}

async function compare(operations: readonly Operation[], run: Run): Promise<Compared[] | null> {
  try {
    return await compareWithMlflow(
      operations.filter(({ mlflow }) => mlflow),
      run,
    );
  } catch (error) {
    if (!(error instanceof Error) || error.name !== "SetupError") throw error;
    run.say(`scale: no MLflow server to compare with: ${error.message}`);
    return null;
  }
}

/** Has the server explain each statement of each operation, and keeps the one that took longest. */
async function explain(
  operations: readonly Operation[],
  { url, dataDir, signal, logged }: Omit<Run, "say"> & { logged: string[] },
): Promise<Map<string, StatementPlan>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const settings = [
    ["session_preload_libraries", "auto_explain"],
    ["auto_explain.log_min_duration", "0"],
    ["auto_explain.log_analyze", "on"],
    ["auto_explain.log_timing", "off"],
  ];
  for (const [name, value] of settings) await client.query(`ALTER DATABASE scale SET ${name} = '${value}'`);
  await client.end();
  await using api = await startApi(url, dataDir, signal);
  const plans = new Map<string, StatementPlan>();
  for (const { name, request } of operations) {
    await send(api.url, request(Math.random), signal);
    logged.length = 0;
    await send(api.url, request(Math.random), signal);
    // The server's log comes through a pipe: it is there when a later line is.
    await ask(api.graphqlUrl, "{ activeModel { version } }", {}, signal);
    const [longest] = plansIn(logged).toSorted((a, b) => b.milliseconds - a.milliseconds);
    if (longest) plans.set(name, longest);
  }
  return plans;
}
