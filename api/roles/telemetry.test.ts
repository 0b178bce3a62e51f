import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createTestDatabase } from "../../scripts/testing/database.ts";
import { clientOf, trainTitanic } from "../testing/product.ts";
import { startRole } from "../testing/role-process.ts";

/** Each starts processes of the product, several at once on a machine that may be busy with others. */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** What came to the endpoint, by path: protobuf, in which names stand as they are. */
let received: { path: string; key: string | undefined; body: Buffer }[] = [];
let endpoint: Server;
let dataDir: string;
let variables: Record<string, string>;
beforeAll(async () => {
  endpoint = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const key = request.headers["x-key"];
    received.push({
      path: request.url ?? "",
      key: typeof key === "string" ? key : undefined,
      body: Buffer.concat(chunks),
    });
    response.writeHead(200, { "content-type": "application/x-protobuf" }).end();
  });
  endpoint.listen(0, "127.0.0.1");
  await once(endpoint, "listening");
  dataDir = await mkdtemp(join(tmpdir(), "modelwright-telemetry-"));
  variables = { DATABASE_URL: (await createTestDatabase()).url, MODELWRIGHT_DATA_DIR: dataDir };
});
afterAll(async () => {
  endpoint.closeAllConnections();
  endpoint.close();
  await rm(dataDir, { recursive: true });
});

const endpointUrl = () => `http://127.0.0.1:${(endpoint.address() as AddressInfo).port}`;
const told = (path: string) => Buffer.concat(received.filter((one) => one.path === path).map(({ body }) => body));

test("an endpoint gets the traces of API and worker, those of a caller's too, and their metrics; the log has the trace", async () => {
  received = [];
  const telling = {
    ...variables,
    LOG_LEVEL: "debug",
    OTEL_EXPORTER_OTLP_ENDPOINT: endpointUrl(),
    OTEL_EXPORTER_OTLP_HEADERS: "x-key=secret",
    OTEL_METRIC_EXPORT_INTERVAL: "500",
    OTEL_RESOURCE_ATTRIBUTES: "deployment.environment.name=test",
  };
  const [api, worker] = await Promise.all([startRole("api", telling), startRole("worker", telling)]);
  await trainTitanic(clientOf(api.url));
  const traceId = "0af7651916cd43dd8448eb211c80319c";
  await fetch(`${api.url}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-request-id": "asked-by-test",
      traceparent: `00-${traceId}-b7ad6b7169203331-01`,
    },
    body: JSON.stringify({ query: "query Ask { models { nodes { name } } }", operationName: "Ask" }),
  }).then((response) => response.text());
  // Read from the database when it is told, so not at the stop.
  while (!told("/v1/metrics").includes("modelwright.training.queue_depth")) await once(endpoint, "request");
  // What is not sent yet is sent at the stop.
  expect(await Promise.all([api.stop(), worker.stop()])).toEqual([0, 0]);

  const traces = told("/v1/traces");
  for (const part of [
    "POST /graphql",
    "action trainModel",
    "train",
    "modelwright-api",
    "modelwright-worker",
    "deployment.environment.name",
  ]) {
    expect(traces.includes(part), part).toBe(true);
  }
  expect(traces.includes(Buffer.from(traceId, "hex"))).toBe(true);
  const metrics = told("/v1/metrics");
  for (const part of [
    "http.server.request.duration",
    "modelwright.action.duration",
    "modelwright.training.duration",
    "modelwright.training.queue_depth",
    "process.memory.usage",
  ]) {
    expect(metrics.includes(part), part).toBe(true);
  }
  expect(new Set(received.map(({ key }) => key))).toEqual(new Set(["secret"]));

  const line = api.log.find(({ requestId, msg }) => requestId === "asked-by-test" && msg === "request");
  expect(line).toMatchObject({ operation: "Ask", route: "/graphql", status: 200 });
  expect(worker.log.find(({ msg }) => msg === "run finished")).toMatchObject({
    runId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
});

test("an endpoint that is away costs a warning, not a request nor the stop", async () => {
  const api = await startRole("api", { ...variables, OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:1" });
  expect((await clientOf(api.url).graphql("{ models { nodes { name } } }")).status).toBe(200);
  expect(await api.stop()).toBe(0);
});

test("without an endpoint OpenTelemetry is not even loaded", async () => {
  const seen =
    "data:text/javascript,import { registerHooks } from 'node:module'; registerHooks({ load(url, context, next) { if (url.includes('@opentelemetry')) process.stderr.write('LOADED ' + url + '\\n'); return next(url, context); } });";
  const load = async (more: Record<string, string>) => {
    const api = await startRole("api", { ...variables, ...more }, ["--import", seen]);
    await clientOf(api.url).graphql("{ models { nodes { name } } }");
    await api.stop();
    return api.other.filter((line) => line.startsWith("LOADED")).length;
  };
  expect(await load({})).toBe(0);
  expect(await load({ OTEL_EXPORTER_OTLP_ENDPOINT: endpointUrl() })).toBeGreaterThan(0);
});
