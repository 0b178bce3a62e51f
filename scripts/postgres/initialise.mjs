import { spawn } from "node:child_process";
import { chownSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SetupError } from "../setup/errors.mjs";

/** The one user and the one database of the embedded server. */
export const DATABASE = "modelwright";

/**
 * What the steps below work with.
 * @typedef {{ binaries: ReturnType<typeof import("./binaries.mjs").postgresBinaries>, runner: import("./unprivileged.mjs").Runner,
 *   durable: boolean, signal: AbortSignal | undefined }} Tools
 */

/**
 * Makes a new cluster with our user, its password and our database in the empty folder `draft`, then calls it `dataDir`: whole or not at all.
 * @param {{ draft: string, dataDir: string, password: string } & Tools} options
 * @throws {SetupError} with what PostgreSQL said
 */
export async function initialiseCluster({ draft, dataDir, password, ...tools }) {
  const { runner, binaries, durable } = tools;
  if (runner.owner !== undefined) chownSync(draft, runner.owner, runner.owner);
  const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const sync = durable ? [] : ["--no-sync"];
  await run(binaries.initdb, ["-D", draft, "-U", DATABASE, "--auth=trust", ...locale, ...sync], "", tools);
  await runStatements(draft, [`ALTER ROLE ${DATABASE} PASSWORD '${password}'`, `CREATE DATABASE ${DATABASE}`], tools);
  writeFileSync(join(draft, "pg_hba.conf"), `host all ${DATABASE} 127.0.0.1/32 scram-sha-256\n`);
  renameSync(draft, dataDir);
}

/**
 * Gives our user a new password, while the server is not running.
 * @param {{ dataDir: string, password: string } & Tools} options
 */
export async function setPassword({ dataDir, password, ...tools }) {
  await runStatements(dataDir, [`ALTER ROLE ${DATABASE} PASSWORD '${password}'`], tools);
}

/**
 * @param {string} dataDir
 * @param {string} major the version that is installed
 * @throws {SetupError} when the cluster is of another version
 */
export function requireClusterVersion(dataDir, major) {
  const found = readFileSync(join(dataDir, "PG_VERSION"), "utf8").trim();
  if (found === major) return;
  throw new SetupError(
    `${dataDir} was made by PostgreSQL ${found}; this Modelwright comes with ${major}.\n` +
      "Move the data with PostgreSQL's own tools, or begin anew with: npm start -- --reset",
  );
}

/**
 * @param {string} dataDir
 * @param {string[]} statements
 * @param {Tools} tools
 */
function runStatements(dataDir, statements, tools) {
  const args = ["--single", "-D", dataDir, ...(tools.durable ? [] : ["-F"]), "postgres"];
  return run(tools.binaries.postgres, args, statements.map((statement) => `${statement};\n`).join(""), tools);
}

/**
 * @param {string} program
 * @param {string[]} programArgs
 * @param {string} input
 * @param {Tools} tools
 * @returns {Promise<void>}
 */
function run(program, programArgs, input, { runner, signal }) {
  const [command, args] = runner.wrap(program, programArgs);
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      ...runner.ids,
      cwd: "/",
      env: { PATH: process.env.PATH, LC_ALL: "C" },
      stdio: ["pipe", "pipe", "pipe"],
      ...(signal ? { signal } : {}),
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (/** @type {string} */ text) => {
        output = (output + text).slice(-4000);
      });
    }
    child.on("error", (error) => reject(signal?.aborted ? signal.reason : error));
    child.on("close", (code) => {
      // The single-user server reports a failed statement and still exits with 0.
      if (code === 0 && !/\b(ERROR|FATAL|PANIC):/.test(output)) resolve();
      else reject(new SetupError(`PostgreSQL's data can't be set up (${program}, exit code ${code}):\n${output}`));
    });
    // A program that ends early says why itself; that its input is closed then adds nothing.
    child.stdin.on("error", () => {});
    child.stdin.end(input);
  });
}
