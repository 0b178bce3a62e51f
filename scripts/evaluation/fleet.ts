import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { readEnvironment } from "../../api/environment.ts";
import { openLog } from "../../api/platform/log.ts";
import { deployMigrations } from "../../api/platform/migrations/deploy.ts";
import { startApi } from "../../api/roles/api.ts";
import { startWorker } from "../../api/roles/worker.ts";
import { startTemporaryPostgres } from "../testing/temporary-postgres.mjs";

export type Registry = "fleet" | "empty";

/** The product over HTTP, on a registry of its own. */
export interface RunningProduct {
  graphql<Data>(query: string, variables: object): Promise<Data>;
  stop(): Promise<void>;
}

/** Registries that dialogues begin with, each copied afresh for every dialogue. */
export interface Registries {
  start(registry: Registry): Promise<RunningProduct>;
  close(): Promise<void>;
}

/**
 * Prepares an empty registry and one with titanic (1 archived, 2 in production, 3 a candidate), penguins (1 in production) and cars (1 in
 * production, 2 a candidate); titanic is promoted last, so it is the active model.
 */
export async function prepareRegistries(): Promise<Registries> {
  const server = await startTemporaryPostgres();
  const root = await mkdtemp(join(tmpdir(), "modelwright-evaluation-"));
  const [dataDir, copiesDir] = [join(root, "fleet"), join(root, "copies")];
  let copies = 0;
  const copy = async (template: string) => {
    copies += 1;
    const name = `dialogue_${copies}`;
    await administer(server.url, `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY wal_log`);
    return databaseUrl(server.url, name);
  };
  try {
    for (const name of ["empty", "fleet"]) {
      await administer(server.url, `CREATE DATABASE ${name}`);
      await deployMigrations(databaseUrl(server.url, name));
    }
    const product = await startOn(databaseUrl(server.url, "fleet"), dataDir);
    await makeFleet(product);
    await product.stop();
  } catch (error) {
    await server.stop();
    throw error;
  }
  return {
    async start(registry) {
      // A removal purges its files: each copy of the database has its own.
      const ownDir = join(copiesDir, `${copies + 1}`);
      await cp(dataDir, ownDir, { recursive: true });
      return startOn(await copy(registry), ownDir);
    },
    async close() {
      await server.stop();
      await rm(root, { recursive: true, force: true });
    },
  };
}

async function makeFleet(product: RunningProduct): Promise<void> {
  const trained: [string, number][] = [
    ["titanic", 3],
    ["penguins", 1],
    ["cars", 2],
  ];
  for (const [model, count] of trained)
    for (let index = 0; index < count; index += 1) {
      const { trainModel } = await product.graphql<{ trainModel: { id?: string; message?: string } }>(
        "mutation T($input: TrainModelInput!) { trainModel(input: $input) { ... on TrainingRun { id } ... on Error { message } } }",
        { input: { model, testSize: 0.3, seed: index + 1 } },
      );
      if (!trainModel.id) throw new Error(trainModel.message);
      await trainingEnd(product, trainModel.id);
    }
  for (const [model, version] of [
    ["cars", 1],
    ["penguins", 1],
    ["titanic", 1],
    ["titanic", 2],
  ])
    await product.graphql(
      "mutation P($model: String!, $version: Int!) { promoteVersion(model: $model, version: $version) { __typename } }",
      { model, version },
    );
}

/** Waits until a run has ended. */
export async function trainingEnd(product: RunningProduct, id: string): Promise<void> {
  for (;;) {
    const { trainingRun } = await product.graphql<{ trainingRun: { status: string } | null }>(
      "query R($id: ID!) { trainingRun(id: $id) { status } }",
      { id },
    );
    if (trainingRun?.status !== "QUEUED" && trainingRun?.status !== "RUNNING") return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function startOn(url: string, dataDir: string): Promise<RunningProduct> {
  const environment = readEnvironment({
    DATABASE_URL: url,
    PORT: "0",
    WEB: "false",
    MODELWRIGHT_DATA_DIR: dataDir,
    LOG_LEVEL: "silent",
  });
  const log = openLog(environment.logLevel, "evaluation");
  const api = await startApi(environment, log);
  const worker = await startWorker(environment, log);
  return {
    async graphql(query, variables) {
      const response = await fetch(`http://127.0.0.1:${api.ready.port}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", accept: "application/json" },
        body: JSON.stringify({ query, variables }),
      });
      const { data, errors } = await response.json();
      if (!data) throw new Error(JSON.stringify(errors));
      return data;
    },
    async stop() {
      await worker.stop();
      await api.stop();
    },
  };
}

async function administer(url: string, statement: string): Promise<void> {
  const admin = new Client({ connectionString: url });
  await admin.connect();
  try {
    await admin.query(statement);
  } finally {
    await admin.end();
  }
}

function databaseUrl(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
