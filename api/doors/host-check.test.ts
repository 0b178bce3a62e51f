import { once } from "node:events";
import { type IncomingMessage, request, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterEach, expect, test } from "vitest";
import { openLog } from "../platform/log.ts";
import { openHealth } from "./health.ts";
import { createHttpServer } from "./http-server.ts";

let server: Server;
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, "close");
});

/** A server that believes to listen on `host`; it is asked over loopback. */
async function listen(host: string, allowedHosts: string[] = []): Promise<void> {
  server = createHttpServer({
    host,
    allowedHosts,
    graphql: (_request, response) => response.end("served"),
    web: {
      handle: (_request, response) => response.end("web"),
      upgrade: (_request, socket) => socket.end("HTTP/1.1 101 Switching Protocols\r\n\r\n"),
    },
    health: openHealth({ checkReady: async () => {}, log: openLog("silent", "test") }),
    log: openLog("silent", "test"),
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
}

const port = () => (server.address() as AddressInfo).port;

async function ask(headers: Record<string, string>, method = "POST"): Promise<{ status: number; text: string }> {
  const asked = request({ host: "127.0.0.1", port: port(), path: "/graphql", method, headers, setHost: false });
  asked.end();
  const [response] = (await once(asked, "response")) as [IncomingMessage];
  let text = "";
  for await (const chunk of response) text += chunk;
  return { status: response.statusCode ?? 0, text };
}

const everywhere = ["127.0.0.1", "0.0.0.0", "::", "192.168.1.5"];

test.each(everywhere)(
  "on %s a name that is not ours is not served, though the page's origin is the same",
  async (host) => {
    await listen(host);
    const { status, text } = await ask({ host: "evil.example:4000", origin: "http://evil.example:4000" });
    expect(status).toBe(421);
    expect(JSON.parse(text).errors[0]).toMatchObject({
      message: expect.stringContaining("ALLOWED_HOSTS"),
      extensions: { code: "FORBIDDEN" },
    });
  },
);

test.each(everywhere)("on %s localhost and addresses are served", async (host) => {
  await listen(host);
  for (const name of ["localhost:4000", "LOCALHOST", "127.0.0.1:4000", "[::1]:4000", "192.168.1.5:4000", "[fe80::1]"]) {
    expect(await ask({ host: name, origin: `http://${name}` }), name).toEqual({ status: 200, text: "served" });
  }
});

test("a name that is allowed, or listened on, is served, with any port; one that contains it is not", async () => {
  await listen("models.internal", ["Models.Example.org"]);
  for (const name of ["models.internal:4000", "models.example.org", "models.example.org:8443"])
    expect((await ask({ host: name })).status, name).toBe(200);
  for (const name of ["models.example.org.evil.example", "evil-models.example.org", "127.0.0.1.evil.example", ""])
    expect((await ask({ host: name })).status, name).toBe(421);
});

test("a page of another site can't change anything, nor open a socket", async () => {
  await listen("0.0.0.0");
  const foreign = { host: "localhost:4000", origin: "http://evil.example" };
  expect((await ask(foreign)).status).toBe(403);
  expect((await ask(foreign, "GET")).status).toBe(200);
  expect(await upgrade("host: evil.example\r\n")).toBe("");
  expect(await upgrade("host: localhost\r\norigin: http://evil.example\r\n")).toBe("");
  expect(await upgrade("host: localhost\r\norigin: http://localhost\r\n")).toContain("101 Switching Protocols");
});

/** What is answered to the wish for a socket. */
async function upgrade(headers: string): Promise<string> {
  const socket = connect(port(), "127.0.0.1");
  socket.write(`GET /_next/hmr HTTP/1.1\r\n${headers}connection: Upgrade\r\nupgrade: websocket\r\n\r\n`);
  let answer = "";
  for await (const chunk of socket) answer += chunk;
  return answer;
}
