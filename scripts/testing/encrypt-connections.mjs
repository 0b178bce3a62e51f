import { chownSync, mkdtempSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { selfSigned } from "./self-signed.mjs";

/**
 * Has a running PostgreSQL of ours offer TLS too, as `localhost`.
 * @param {string} url of one who may change the server's settings
 * @returns {Promise<string>} the certificate that it can be known by
 */
export async function encryptConnections(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query("SHOW data_directory");
    const dataDir = rows[0].data_directory;
    const { uid, gid } = statSync(dataDir);
    const { key, certificate } = selfSigned("localhost");
    const dir = mkdtempSync(join(dataDir, "tls-"));
    chownSync(dir, uid, gid);
    for (const [name, text] of Object.entries({ key, certificate })) {
      writeFileSync(join(dir, name), text, { mode: 0o600 });
      chownSync(join(dir, name), uid, gid);
    }
    await client.query(`ALTER SYSTEM SET ssl_key_file = '${join(dir, "key")}'`);
    await client.query(`ALTER SYSTEM SET ssl_cert_file = '${join(dir, "certificate")}'`);
    await client.query("ALTER SYSTEM SET ssl = 'on'");
    await client.query("SELECT pg_reload_conf()");
    // The server reads its settings when it comes to it.
    while ((await client.query("SHOW ssl")).rows[0].ssl !== "on");
    return certificate;
  } finally {
    await client.end();
  }
}
