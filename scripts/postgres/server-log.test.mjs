import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { expect, test } from "vitest";
import { logFile } from "../supervisor/log-file.mjs";
import { end } from "../supervisor/process-identity.mjs";
import { startEmbeddedPostgres } from "./embedded-postgres.mjs";

const MAX_BYTES = 4000;

test("the server's log stays bounded while it runs, and keeps the newest", async () => {
  const dir = mkdtempSync(join(tmpdir(), "modelwright-server-log-"));
  const path = join(dir, "postgres.log");
  const { server, url } = await startEmbeddedPostgres({
    dataDir: join(dir, "data"),
    passwordFile: join(dir, "password"),
    log: logFile(path, MAX_BYTES),
    durable: false,
  });
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    for (let n = 1; n <= 200; n++) await expect(client.query(`SELECT mistake_${n}`)).rejects.toThrow("does not exist");
    // After the line that filled it, the file itself isn't there until the next one.
    const texts = () => [`${path}.1`, path].map((file) => (existsSync(file) ? readFileSync(file, "utf8") : ""));
    await expect.poll(() => texts().join("")).toContain("mistake_200");
    expect(texts().join("")).not.toContain("mistake_1\n");
    // A line is never cut: it may go over by one.
    for (const text of texts()) expect(text.length).toBeLessThan(MAX_BYTES + 500);
    expect(server.tail()).toContain("mistake_200");
  } finally {
    await client.end();
    if (server.identity) await end(server.identity, { graceMs: 2000, ask: "SIGQUIT" });
    await server.ended;
    rmSync(dir, { recursive: true, force: true });
  }
});
