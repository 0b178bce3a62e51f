import { spawn } from "node:child_process";
import { once } from "node:events";
import { openSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { Client } from "pg";
import { freePort } from "../../service.ts";

const fillProgram = fileURLToPath(new URL("fill_registry.py", import.meta.url));
const startWithinMs = 180_000;

interface Setting {
  /** Of the environment that has MLflow. */
  python: string;
  /** A folder that is there, and of which nothing is kept. */
  dir: string;
  signal: AbortSignal;
}

/**
 * A real MLflow server, as its own command starts it, with the models, versions, tags and aliases of a registry of ours. Its tables are made
 * by its own migrations; the rows are put there by SQL, since to register 200,000 versions by its API takes hours.
 */
export async function startTheirServer(databaseUrl: string, { python, dir, signal }: Setting) {
  const file = join(dir, "mlflow.db");
  const store = `sqlite:///${file}`;
  await run(python, ["-m", "mlflow", "db", "upgrade", store], { dir, signal });
  await fill(databaseUrl, [python, fillProgram, file], { dir, signal });
  const port = await freePort();
  const command = ["-m", "mlflow", "server", "--host", "127.0.0.1", "--port", String(port), "--workers", "1"];
  const log = openSync(join(dir, "mlflow.log"), "w");
  const server = spawn(
    python,
    [...command, "--backend-store-uri", store, "--artifacts-destination", join(dir, "files")],
    { cwd: dir, env: environment(), stdio: ["ignore", log, log], detached: true },
  );
  const ended = once(server, "exit");
  const stop = async () => {
    // A group of its own: it has workers.
    if (server.pid !== undefined && server.exitCode === null) process.kill(-server.pid, "SIGKILL");
    await ended;
  };
  const url = `http://127.0.0.1:${port}`;
  try {
    await ready(url, signal);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, [Symbol.asyncDispose]: stop };
}

function environment(): NodeJS.ProcessEnv {
  return { ...process.env, MLFLOW_DISABLE_TELEMETRY: "true", DO_NOT_TRACK: "true", PYTHONDONTWRITEBYTECODE: "1" };
}

async function run(python: string, args: string[], { dir, signal }: Pick<Setting, "dir" | "signal">): Promise<void> {
  const child = spawn(python, args, { cwd: dir, env: environment(), signal, stdio: ["ignore", "ignore", "ignore"] });
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`${args.join(" ")} ended with ${code}`);
}

async function fill(databaseUrl: string, command: string[], { dir, signal }: Pick<Setting, "dir" | "signal">) {
  const [program = "", ...args] = command;
  const child = spawn(program, args, { cwd: dir, signal, stdio: ["pipe", "inherit", "inherit"] });
  const ended = once(child, "exit");
  await pipeline(Readable.from(linesOf(databaseUrl)), child.stdin);
  const [code] = await ended;
  if (code !== 0) throw new Error(`filling MLflow's registry ended with ${code}`);
}

const milliseconds = (column: string) => `(extract(epoch FROM ${column}) * 1000)::bigint`;
/** In the order in which their tables refer to one another; values in that of fill_registry.py. */
const exported = [
  `SELECT json_build_array('model', json_build_array(m.name, ${milliseconds("m.created_at")}, ${milliseconds("m.updated_at")}, m.description))
   FROM model m ORDER BY m.id`,
  "SELECT json_build_array('model_tag', json_build_array(m.name, t.key, t.value)) FROM model_tag t JOIN model m ON m.id = t.model_id",
  `SELECT json_build_array('version', json_build_array(m.name, v.version, ${milliseconds("v.created_at")}, ${milliseconds("v.updated_at")},
     CASE v.stage WHEN 'PRODUCTION' THEN 'Production' WHEN 'ARCHIVED' THEN 'Archived' ELSE 'None' END,
     'models:/' || v.artifact_sha256, 'file:///models/' || v.artifact_sha256))
   FROM model_version v JOIN model m ON m.id = v.model_id ORDER BY v.id`,
  `SELECT json_build_array('version_tag', json_build_array(m.name, v.version, t.key, t.value))
   FROM version_tag t JOIN model_version v ON v.id = t.version_id JOIN model m ON m.id = v.model_id`,
  `SELECT json_build_array('alias', json_build_array(m.name, a.name, v.version))
   FROM model_alias a JOIN model_version v ON v.id = a.version_id JOIN model m ON m.id = v.model_id`,
];

async function* linesOf(databaseUrl: string): AsyncGenerator<string> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    for (const statement of exported) {
      const { rows } = await client.query<[unknown]>({ text: statement, rowMode: "array" });
      for (const [line] of rows) yield `${JSON.stringify(line)}\n`;
    }
  } finally {
    await client.end();
  }
}

async function ready(url: string, signal: AbortSignal): Promise<void> {
  const until = performance.now() + startWithinMs;
  while (performance.now() < until) {
    const answer = await fetch(`${url}/health`, { signal }).catch(() => undefined);
    if (answer?.ok) return;
    await setTimeout(300, undefined, { signal });
  }
  throw new Error("MLflow's server did not become ready in time");
}
