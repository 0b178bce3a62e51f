import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
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

test("every answer may not be framed, nor taken for another type: pages, GraphQL, cards, MLflow, health, and refusals", async () => {
  const log = openLog("silent", "test");
  server = createHttpServer({
    host: "127.0.0.1",
    allowedHosts: [],
    graphql: (_request, response) => response.end("graphql"),
    cards: (_request, response) => response.end("card"),
    mlflow: (_request, response) => void response.end("mlflow"),
    web: { handle: (_request, response) => response.end("web"), upgrade: () => {} },
    health: openHealth({ checkReady: async () => {}, log }),
    log,
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const asked = ["/", "/models", "/graphql", "/models/titanic/versions/1/card.md", "/mlflow/api", "/healthz"].map(
    (path) => fetch(url + path),
  );
  asked.push(fetch(`${url}/graphql`, { method: "POST", headers: { origin: "http://evil.example" } }));
  for (const { url: path, headers } of await Promise.all(asked)) {
    expect(headers.get("content-security-policy"), path).toBe("frame-ancestors 'none'");
    expect(headers.get("x-frame-options"), path).toBe("DENY");
    expect(headers.get("x-content-type-options"), path).toBe("nosniff");
    expect(headers.get("referrer-policy"), path).toBe("same-origin");
  }
});
