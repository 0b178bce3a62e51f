import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { anyFreePort } from "../supervisor/ports.mjs";
import { postgresBinaries } from "./binaries.mjs";
import { DATABASE, initialiseCluster, requireClusterVersion, setPassword } from "./initialise.mjs";
import { stopOrphanedServer } from "./postmaster-pid.mjs";
import { launchServer, startServer } from "./server.mjs";
import { unprivilegedRunner } from "./unprivileged.mjs";

/**
 * Starts the embedded PostgreSQL on a free loopback port, having made its data folder if there is none.
 * @param {{ dataDir: string, passwordFile: string, log: import("../supervisor/log-file.mjs").LogFile, durable?: boolean, signal?: AbortSignal,
 *   step?: (label: string, work: () => Promise<void>) => Promise<void> }} options durable: false for data that is thrown away
 * @returns the running server, its URL, and how to launch it again on the same port
 * @throws {import("../setup/errors.mjs").SetupError} when it can't be set up or started
 */
export async function startEmbeddedPostgres({
  dataDir,
  passwordFile,
  log,
  durable = true,
  signal,
  step = (_label, work) => work(),
}) {
  const binaries = postgresBinaries();
  mkdirSync(dirname(dataDir), { recursive: true });
  const draft = `${dataDir}.new`;
  rmSync(draft, { recursive: true, force: true });
  await stopOrphanedServer(dataDir);

  const isNew = !existsSync(dataDir);
  if (isNew) mkdirSync(draft, { mode: 0o700 });
  else requireClusterVersion(dataDir, binaries.major);
  const runner = unprivilegedRunner(binaries.postgres, isNew ? draft : dataDir);
  const tools = { binaries, runner, durable, signal };

  // An empty one is what a full disk left of it.
  const hadPassword = existsSync(passwordFile) && readFileSync(passwordFile, "utf8").trim() !== "";
  if (!hadPassword) writeFileSync(passwordFile, randomBytes(24).toString("hex"), { mode: 0o600 });
  const password = readFileSync(passwordFile, "utf8").trim();
  if (isNew) {
    await step("Setting up the database server", () => initialiseCluster({ draft, dataDir, password, ...tools }));
  } else if (!hadPassword) {
    await setPassword({ dataDir, password, ...tools });
  }

  const fixed = { program: binaries.postgres, dataDir, log, durable, runner };
  let port = 0;
  const server = await startServer(async () => {
    port = await anyFreePort();
    return { ...fixed, port };
  });
  return {
    server,
    port,
    url: `postgresql://${DATABASE}:${password}@127.0.0.1:${port}/${DATABASE}`,
    launchAgain: () => launchServer({ ...fixed, port }),
  };
}
