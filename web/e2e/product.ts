import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readEventStream } from "../graphql/event-stream.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The product as it is shipped: API and web app in one process, the worker in another, on a database of its own. */
export interface Product {
  url: string;
  graphql: (
    query: string,
    variables?: Record<string, unknown>,
    headers?: Record<string, string>,
  ) => Promise<Record<string, unknown>>;
  /** Ends the API: without a word, or asking it to. */
  endApi: (signal: "SIGKILL" | "SIGTERM") => Promise<void>;
  /** Starts the API again, on the same port; on another database, if one is given. */
  startApi: (databaseUrl?: string) => Promise<void>;
  stop: () => Promise<void>;
}

/** Starts the product on a migrated database and waits until both processes say that they are ready. */
export async function startProduct(databaseUrl: string, settings: Record<string, string> = {}): Promise<Product> {
  const dataDir = await mkdtemp(join(tmpdir(), "modelwright-e2e-"));
  const environment = { ...settings, DATABASE_URL: databaseUrl, MODELWRIGHT_DATA_DIR: dataDir };
  const api = await startRole("api", { ...environment, PORT: "0" });
  const worker = await startRole("worker", environment);
  const port = String(api.port);
  const url = `http://127.0.0.1:${port}`;
  let apiProcess = api.process;
  return {
    url,
    graphql: (query, variables = {}, headers = {}) => graphql(url, query, variables, headers),
    async endApi(signal) {
      const exited = once(apiProcess, "exit");
      apiProcess.kill(signal);
      await exited;
    },
    async startApi(otherUrl = databaseUrl) {
      apiProcess = (await startRole("api", { ...environment, DATABASE_URL: otherUrl, PORT: port })).process;
    },
    async stop() {
      await Promise.all([end(apiProcess), end(worker.process)]);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Starts a role in a process of its own, and waits until it says that it is ready. */
export async function startRole(
  role: "api" | "worker" | "web",
  environment: Record<string, string>,
): Promise<{ process: ChildProcess; port: number | undefined }> {
  const child = spawn(process.execPath, ["api/main.ts", `--role=${role}`], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", LOG_LEVEL: "error", ...environment },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  return new Promise((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`The ${role} ended while it started (exit code ${code}).`)));
    child.on("message", (message) => {
      if (!isReady(message)) return;
      child.removeAllListeners("exit");
      resolve({ process: child, port: message.port });
    });
  });
}

function isReady(message: unknown): message is { type: "ready"; port?: number } {
  return typeof message === "object" && message !== null && "type" in message && message.type === "ready";
}

/** Asks a process to stop, and waits until it has. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.kill("SIGTERM");
  await exited;
}

async function graphql(
  url: string,
  query: string,
  variables: Record<string, unknown>,
  headers: Record<string, string>,
): Promise<Record<string, unknown>> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { ...headers, "content-type": "application/json" },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors }: { data?: Record<string, unknown>; errors?: { message: string }[] } = JSON.parse(
    await response.text(),
  );
  if (errors || !data) throw new Error(errors?.map(({ message }) => message).join("\n") ?? "no data");
  return data;
}

/** Has a version of titanic trained, without a browser, and waits for its end. */
export function trainTitanic(product: Product): Promise<void> {
  return train(product, "titanic");
}

/** Has a version of a model trained, without a browser, and waits for its end. */
export async function train(
  product: Product,
  model: string,
  settings: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Promise<void> {
  const { trainModel } = await product.graphql(
    `mutation ($input: TrainModelInput!) {
      trainModel(input: $input) { __typename ... on TrainingRun { id } ... on Error { message } }
    }`,
    { input: { model, ...settings } },
    headers,
  );
  if (!isRecord(trainModel) || typeof trainModel.id !== "string") throw new Error(JSON.stringify(trainModel));
  const response = await fetch(`${product.url}/graphql`, {
    method: "POST",
    headers: { ...headers, "content-type": "application/json", accept: "text/event-stream" },
    body: JSON.stringify({
      query: "subscription ($runId: ID!) { trainingProgress(runId: $runId, after: 0) { type message } }",
      variables: { runId: trainModel.id },
    }),
  });
  if (!response.body) throw new Error("The progress could not be followed.");
  for await (const { data } of readEventStream(response.body)) {
    if (data.includes('"SUCCEEDED"')) return;
    if (data.includes('"FAILED"') || data.includes('"CANCELLED"')) throw new Error(data);
  }
  throw new Error("The progress ended before the training did.");
}

/** Puts version 1 of titanic into production, without a browser. */
export function promoteTitanic(product: Product): Promise<void> {
  return promote(product, "titanic");
}

/** Puts version 1 of a model into production, without a browser. */
export async function promote(product: Product, model: string): Promise<void> {
  const { promoteVersion } = await product.graphql(
    "mutation ($model: String!) { promoteVersion(model: $model, version: 1) { __typename ... on Error { message } } }",
    { model },
  );
  if (!isRecord(promoteVersion) || promoteVersion.__typename !== "ModelVersion")
    throw new Error(JSON.stringify(promoteVersion));
}

/** The id of the run that was asked for last. */
export async function newestRun(product: Product): Promise<string> {
  const { trainingRuns } = (await product.graphql("{ trainingRuns(first: 1) { nodes { id } } }")) as {
    trainingRuns: { nodes: { id: string }[] };
  };
  return trainingRuns.nodes[0]?.id ?? "";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
