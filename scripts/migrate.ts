import { parseArgs } from "node:util";
import { readDatabaseUrl } from "../api/environment.ts";
import { ConfigurationError } from "../api/platform/errors.ts";
import { deployMigrations } from "../api/platform/migrations/deploy.ts";
import { MigrationError } from "../api/platform/migrations/history.ts";
import { createMigration, missingMigration } from "./migrations/create.ts";
import { migrationStatus } from "./migrations/status.ts";
import { startTemporaryPostgres } from "./testing/temporary-postgres.mjs";

/** TOLD in setup/errors.mjs: the message says all there is to say. */
const toldCode = 78;
const HELP = `npm run migrate -- <command>
  deploy             apply the migrations that the database of DATABASE_URL, or of its parts, lacks
  status             say which ones it has and lacks
  dev --name <name>  write the migration from prisma/migrations to prisma/schema.prisma
  check              fail when prisma/migrations and prisma/schema.prisma differ
dev and check work in a scratch database beside that one, or in a temporary PostgreSQL without it.`;

try {
  await run();
} catch (error) {
  const told = error instanceof MigrationError || error instanceof ConfigurationError;
  process.stderr.write(`${told ? error.message : error instanceof Error ? error.stack : error}\n`);
  process.exitCode = told ? toldCode : 1;
}

async function run(): Promise<void> {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { name: { type: "string" } } });
  switch (positionals[0]) {
    case "deploy": {
      const applied = await deployMigrations(databaseUrl());
      for (const name of applied) say(`Applied the migration ${name}`);
      if (applied.length === 0) say("The database is up to date");
      return;
    }
    case "status":
      for (const { name, applied } of await migrationStatus(databaseUrl()))
        say(`${applied ? "applied" : "pending"}  ${name}`);
      return;
    case "dev": {
      const title = values.name ?? "";
      if (!/^[a-z0-9_]+$/.test(title))
        throw new MigrationError("Name the migration in small letters: dev --name add_something");
      const name = await withServer((url) => createMigration(url, title, new Date()));
      say(name ? `Wrote prisma/migrations/${name}/migration.sql: read it, then deploy it` : "Nothing changed");
      return;
    }
    case "check": {
      const missing = await withServer(missingMigration);
      if (missing)
        throw new MigrationError(`prisma/migrations lacks this (npm run migrate -- dev --name …):\n\n${missing}`);
      say("The migrations match prisma/schema.prisma");
      return;
    }
    default:
      say(HELP);
      process.exitCode = positionals.length === 0 ? 0 : 2;
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function databaseUrl(): string {
  const url = readDatabaseUrl();
  if (url === undefined)
    throw new MigrationError(
      "Set DATABASE_URL to the database to migrate; `npm start` migrates the embedded one itself.",
    );
  return url;
}

async function withServer<T>(use: (url: string) => Promise<T>): Promise<T> {
  const url = readDatabaseUrl();
  if (url !== undefined) return use(url);
  const server = await startTemporaryPostgres();
  try {
    return await use(server.url);
  } finally {
    await server.stop();
  }
}
