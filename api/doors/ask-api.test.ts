import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { openLog } from "../platform/log.ts";
import { askApiAt } from "./ask-api.ts";

const log = openLog("silent", "test");
let api: Server | undefined;
afterEach(async () => {
  api?.closeAllConnections();
  api?.close();
});

async function serve(answer: RequestListener): Promise<string> {
  api = createServer(answer).listen(0, "127.0.0.1");
  await once(api, "listening");
  return `http://127.0.0.1:${(api.address() as AddressInfo).port}`;
}

const never = new AbortController().signal;

test("the operation is asked by the name that the page has, with what says who asks, and nothing else of its request goes along", async () => {
  let asked: IncomingMessage | undefined;
  let body = "";
  const url = await serve(async (request, response) => {
    asked = request;
    for await (const chunk of request) body += chunk;
    response.end('{"data":{"é":1}}');
  });
  const ask = askApiAt(() => url, ["x-user", "x-email"], log);
  const page = new Headers({ host: "app.example", cookie: "a=b", "x-user": "ann", "x-other": "c" });
  expect(await ask({ body: '{"query":"é"}', asked: page, signal: never })).toEqual({ data: { é: 1 } });
  expect({ body, url: asked?.url, headers: asked?.headers }).toEqual({
    body: '{"query":"é"}',
    url: "/graphql",
    headers: {
      host: "app.example",
      "x-user": "ann",
      "content-type": "application/json",
      accept: "application/json",
      "content-length": "14",
      connection: "keep-alive",
    },
  });
});

test.each<[string, RequestListener]>([
  ["refuses", (_request, response) => response.writeHead(421).end("{}")],
  ["answers what is no JSON", (_request, response) => response.end("<html>")],
  [
    "breaks off",
    (_request, response) => response.writeHead(200, { "content-length": "9" }).write("{", () => response.destroy()),
  ],
])("an API that %s is an error", async (_what, answer) => {
  const url = await serve(answer);
  await expect(askApiAt(() => url, [], log)({ body: "{}", asked: new Headers(), signal: never })).rejects.toThrow();
});

test.each<[string, RequestListener]>([
  ["does not answer", () => {}],
  ["does not end its answer", (_request, response) => response.writeHead(200).write("{")],
])("one that %s is not waited for longer than is wanted", async (_what, answer) => {
  const patience = new AbortController();
  const url = await serve((request, response) => {
    answer(request, response);
    // What was begun has left by then.
    setImmediate(() => patience.abort());
  });
  await expect(
    askApiAt(() => url, [], log)({ body: "{}", asked: new Headers(), signal: patience.signal }),
  ).rejects.toThrow(/abort/i);
});
