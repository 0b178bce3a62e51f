import { Client } from "pg";
import type { TestProject } from "vitest/node";
import { deployMigrations } from "../../api/platform/migrations/deploy.ts";
import { TEMPLATE } from "./template.ts";
import { startTemporaryPostgres } from "./temporary-postgres.mjs";

declare module "vitest" {
  interface ProvidedContext {
    /** The test run's PostgreSQL, as a user who may create databases. */
    postgresUrl: string;
  }
}

/** Starts one PostgreSQL for the whole test run, with a migrated template database. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTemporaryPostgres();
  try {
    await makeTemplate(server.url);
  } catch (error) {
    await server.stop();
    throw error;
  }
  project.provide("postgresUrl", server.url);
  return server.stop;
}

async function makeTemplate(serverUrl: string): Promise<void> {
  const admin = new Client({ connectionString: serverUrl });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${TEMPLATE}`);
  const url = new URL(serverUrl);
  url.pathname = `/${TEMPLATE}`;
  await deployMigrations(url.href);
  // Nobody may be connected to a template while it is copied.
  await admin.query(`ALTER DATABASE ${TEMPLATE} ALLOW_CONNECTIONS false`);
  await admin.end();
}
