import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type IncomingMessage, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openLog } from "../platform/log.ts";
import { forwardedDoors } from "./forward.ts";
import { openHealth } from "./health.ts";
import { createHttpServer } from "./http-server.ts";

const log = openLog("silent", "test");
let api: Server;
let web: Server;
/** What came to the API. */
let asked: { headers: IncomingHttpHeaders; body: string; method: string; url: string }[];
beforeEach(async () => {
  asked = [];
  api = createServer(async (incoming, response) => {
    let body = "";
    for await (const chunk of incoming) body += chunk;
    asked.push({ headers: incoming.headers, body, method: incoming.method ?? "", url: incoming.url ?? "" });
    response.writeHead(200, { "content-type": "application/json", "x-own": "kept" }).end('{"data":1}');
  });
  await listen(api);
  web = await serve(`http://127.0.0.1:${portOf(api)}`);
});
afterEach(async () => {
  for (const server of [api, web]) {
    if (!server.listening) continue;
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  }
});

async function serve(apiUrl?: string): Promise<Server> {
  const server = createHttpServer({
    host: "127.0.0.1",
    allowedHosts: ["app.example"],
    ...(apiUrl ? forwardedDoors(apiUrl, log) : {}),
    web: { handle: (_request, response) => response.end("page"), upgrade: (_request, socket) => socket.destroy() },
    health: openHealth({ checkReady: async () => {}, log }),
    log,
  });
  await listen(server);
  return server;
}

async function listen(server: Server): Promise<void> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
}

const portOf = (server: Server) => (server.address() as AddressInfo).port;

/** Asks the web app's process; a body that is given in parts is sent without its length. */
async function ask(
  parts: string[],
  headers: Record<string, string> = {},
  { path = "/graphql?a=1", method = "POST" } = {},
) {
  const outgoing = request({ host: "127.0.0.1", port: portOf(web), path, method, headers });
  if (parts.length === 1) outgoing.setHeader("content-length", Buffer.byteLength(parts[0] ?? ""));
  for (const part of parts) outgoing.write(part);
  outgoing.end();
  const [response] = (await once(outgoing, "response")) as [IncomingMessage];
  let text = "";
  for await (const chunk of response) text += chunk;
  return { status: response.statusCode, headers: response.headers, text };
}

test.each([[["whole"]], [["in ", "parts"]]])(
  "a body %j is passed on as it is, with the name that was asked for",
  async (parts) => {
    const answer = await ask(parts, { host: "app.example", origin: "http://app.example", "x-request-id": "mine" });
    expect(answer).toMatchObject({
      status: 200,
      text: '{"data":1}',
      headers: { "x-own": "kept", "x-request-id": "mine" },
    });
    expect(asked).toMatchObject([
      {
        url: "/graphql?a=1",
        body: parts.join(""),
        headers: { host: "app.example", origin: "http://app.example", "x-request-id": "mine" },
      },
    ]);
  },
);

test("what MLflow's clients ask is passed on as it is, files in parts and longer than a query may be", async () => {
  const path = "/mlflow/api/2.0/mlflow-artifacts/artifacts/0/1/artifacts/a%20b.bin?x=1";
  const parts = Array.from({ length: 8 }, () => "x".repeat(512 * 1024));
  const answer = await ask(parts, { authorization: "Bearer key" }, { path, method: "PUT" });
  expect(answer).toMatchObject({ status: 200, text: '{"data":1}', headers: { "x-own": "kept" } });
  expect(asked).toMatchObject([{ url: path, method: "PUT", headers: { authorization: "Bearer key" } }]);
  expect(asked[0]?.body.length).toBe(parts.join("").length);
});

test("an API that is away is unavailable, in MLflow's own form where its clients ask", async () => {
  api.closeAllConnections();
  api.close();
  await once(api, "close");
  const { status, text } = await ask([""], {}, { path: "/mlflow/api/2.0/mlflow/experiments/search" });
  expect({ status, code: JSON.parse(text).error_code }).toEqual({ status: 502, code: "TEMPORARILY_UNAVAILABLE" });
});

test("who may not ask is refused here already", async () => {
  expect((await ask(["x"], { host: "evil.example" })).status).toBe(421);
  expect(asked).toEqual([]);
});

test("an API that is away is unavailable, in GraphQL's own form", async () => {
  api.closeAllConnections();
  api.close();
  await once(api, "close");
  const { status, text } = await ask(["x"]);
  expect({ status, code: JSON.parse(text).errors[0].extensions.code }).toEqual({ status: 502, code: "UNAVAILABLE" });
});

test("without an address of the API it is said what to do", async () => {
  web.close();
  web = await serve();
  const { status, text } = await ask(["x"]);
  expect(status).toBe(404);
  expect(text).toContain("API_URL");
});
