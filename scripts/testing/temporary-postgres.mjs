import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedPostgres } from "../postgres/embedded-postgres.mjs";
import { stopOrphanedServer } from "../postgres/postmaster-pid.mjs";
import { logFile } from "../supervisor/log-file.mjs";
import { end, identify, isAlive } from "../supervisor/process-identity.mjs";

const PREFIX = "modelwright-postgres-";

/**
 * A PostgreSQL in a temporary folder, not waiting for the disk: for tests and for comparing schemas.
 * @param {(line: string) => void} [onLog] is told each line of its log, too
 * @returns its URL, and how to end it and remove the folder
 */
export async function startTemporaryPostgres(onLog) {
  await removeAbandoned();
  const dir = mkdtempSync(join(tmpdir(), PREFIX));
  try {
    writeFileSync(join(dir, "owner.json"), JSON.stringify(identify(process.pid)));
    const log = logFile(join(dir, "log"));
    const { append } = log;
    log.append = (line) => {
      append(line);
      onLog?.(line);
    };
    const { server, url } = await startEmbeddedPostgres({
      dataDir: join(dir, "data"),
      passwordFile: join(dir, "password"),
      log,
      durable: false,
    });
    return {
      url,
      stop: async () => {
        // Nothing in it is worth a checkpoint.
        if (server.identity) await end(server.identity, { graceMs: 2000, ask: "SIGQUIT" });
        await server.ended;
        rmSync(dir, { recursive: true, force: true });
      },
    };
  } catch (error) {
    rmSync(dir, { recursive: true, force: true });
    throw error;
  }
}

/** Ends and removes the servers of processes that were killed before they could. */
async function removeAbandoned() {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const dir = join(tmpdir(), name);
    try {
      if (isAlive(JSON.parse(readFileSync(join(dir, "owner.json"), "utf8")))) continue;
      await stopOrphanedServer(join(dir, "data"));
      rmSync(dir, { recursive: true, force: true });
    } catch {
      // Another process is making or removing this one.
    }
  }
}
