import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Services } from "../../actions/services.ts";
import { localOwner } from "../../identity/actor.ts";
import { openArtifactStore } from "../../models/artifacts.ts";
import { systemClock } from "../../platform/clock.ts";
import { type Database, openDatabase } from "../../platform/database.ts";
import { openLog } from "../../platform/log.ts";
import { type Product, startProduct } from "../../testing/product.ts";
import { mlflowPath } from "./path.ts";
import { createMlflowServer } from "./server.ts";

/** What the store takes here: as little as keeps the test short. */
const most = 100_000;
let product: Product;
let database: Database;
let server: Server;
let folder: string;

beforeAll(async () => {
  product = await startProduct({ worker: false });
  database = openDatabase({ url: product.databaseUrl });
  const store = openArtifactStore(product.dataDir);
  const artifacts = { ...store, putStream: (source: AsyncIterable<Uint8Array>) => store.putStream(source, most) };
  const services = { database, artifacts, clock: systemClock, log: openLog("silent", "test") };
  server = createServer(
    createMlflowServer({ services: services as unknown as Services, identify: async () => localOwner }),
  ).listen(0, "127.0.0.1");
  await once(server, "listening");
  const created = await ask("POST", "/mlflow/runs/create", '{"experiment_id":"0"}');
  const { run } = (await created.json()) as { run: { info: { artifact_uri: string } } };
  folder = run.info.artifact_uri.replace("mlflow-artifacts:/", "");
});
afterAll(async () => {
  server?.closeAllConnections();
  server?.close();
  await database?.$disconnect();
  await product?.stop();
});

function ask(method: string, path: string, body?: BodyInit): Promise<Response> {
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}${mlflowPath}/api/2.0${path}`;
  return fetch(url, { method, ...(body ? { body, duplex: "half" } : {}) } as RequestInit);
}

/** Sends chunks of 64 KiB, and doesn't say how many will come. */
function upload(count: number): Promise<Response> {
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent === count) return controller.close();
      controller.enqueue(new Uint8Array(64 * 1024));
      sent += 1;
    },
  });
  return ask("PUT", `/mlflow-artifacts/artifacts/${folder}/file-${count}.bin`, body);
}

test("an upload that the store stops in its midst gets the reason, not a reset", async () => {
  const answer = await upload(40);
  expect(answer.status).toBe(400);
  expect(await answer.json()).toEqual({
    error_code: "INVALID_PARAMETER_VALUE",
    message: `A file has at most ${most} bytes. Nothing of it was kept.`,
  });
});

test("one that fits is stored", async () => {
  expect((await upload(1)).status).toBe(200);
  const got = await ask("GET", `/mlflow-artifacts/artifacts/${folder}/file-1.bin`);
  expect((await got.arrayBuffer()).byteLength).toBe(64 * 1024);
});
