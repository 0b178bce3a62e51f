import { once } from "node:events";
import type { IncomingMessage, Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openLog } from "../platform/log.ts";
import { openHealth } from "./health.ts";
import { createHttpServer, largestBody } from "./http-server.ts";

let server: Server;
let served: number;
beforeEach(async () => {
  served = 0;
  server = createHttpServer({
    host: "127.0.0.1",
    allowedHosts: [],
    graphql: async (request, response) => {
      served += 1;
      const given = "body" in request ? (request.body as Buffer) : undefined;
      let bytes = given?.length ?? 0;
      if (!given) for await (const chunk of request) bytes += chunk.length;
      response.end(String(bytes));
    },
    health: openHealth({ checkReady: async () => {}, log: openLog("silent", "test") }),
    log: openLog("silent", "test"),
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, "close");
});

/** Sends a request piece by piece, as far as the server takes it; returns all that it answers until it closes the connection. */
async function exchange(head: string, pieces: Iterable<Buffer | string>): Promise<string> {
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  const answer: Buffer[] = [];
  socket.on("data", (chunk) => answer.push(chunk));
  let failure: Error | undefined;
  const closed = new Promise<void>((resolve) => {
    socket.on("error", (error) => {
      failure = error;
    });
    socket.on("close", () => resolve());
  });
  await once(socket, "connect");
  socket.write(`POST /graphql HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\n${head}\r\n\r\n`);
  for (const piece of pieces) {
    if (socket.destroyed || socket.readableEnded) break;
    if (!socket.write(piece)) await Promise.race([new Promise((resolve) => socket.once("drain", resolve)), closed]);
  }
  await closed;
  if (failure && answer.length === 0) throw failure;
  return Buffer.concat(answer).toString();
}

function* chunks(count: number, bytes: number): Generator<Buffer> {
  const data = Buffer.alloc(bytes, "a");
  for (let index = 0; index < count; index += 1) {
    yield Buffer.concat([Buffer.from(`${bytes.toString(16)}\r\n`), data, Buffer.from("\r\n")]);
  }
  yield Buffer.from("0\r\n\r\n");
}

const refused = (answer: string) => {
  expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  const [head = "", body = ""] = answer.split("\r\n\r\n");
  expect(head.toLowerCase()).toContain("connection: close");
  expect(JSON.parse(body).errors[0]).toMatchObject({ extensions: { code: "LIMIT_EXCEEDED" } });
  expect(served).toBe(0);
};

describe("a body that is too long gets an answer that can be read", () => {
  it("when it does not say how long it is", async () => {
    refused(await exchange("transfer-encoding: chunked", chunks(20, 64 * 1024)));
  });

  it("when it says so", async () => {
    refused(await exchange(`content-length: ${largestBody + 1}`, [Buffer.alloc(largestBody + 1, "a")]));
  });

  it("when it has no end", async () => {
    refused(await exchange("transfer-encoding: chunked", chunks(2_000, 64 * 1024)));
  });

  it("through fetch", async () => {
    const { port } = server.address() as AddressInfo;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(new Uint8Array(64 * 1024));
        sent += 1;
        if (sent === 20) controller.close();
      },
    });
    let sent = 0;
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
      duplex: "half",
    } as RequestInit);
    expect(response.status).toBe(413);
    expect((await response.json()).errors[0].extensions.code).toBe("LIMIT_EXCEEDED");
  });
});

describe("a body within the limit is served", () => {
  it.each([
    ["in chunks", "transfer-encoding: chunked\r\nconnection: close", () => chunks(2, 64 * 1024), 128 * 1024],
    [
      "in chunks up to the last byte",
      "transfer-encoding: chunked\r\nconnection: close",
      () => chunks(4, 64 * 1024),
      largestBody,
    ],
    ["of a known length", "content-length: 5\r\nconnection: close", () => ["hello"], 5],
  ])("%s", async (_name, head, pieces, bytes) => {
    const answer = await exchange(head, pieces());
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    expect(answer).toContain(String(bytes));
    expect(served).toBe(1);
  });

  it("and one that breaks off is not", async () => {
    const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
    const asked = once(server, "request") as Promise<[IncomingMessage]>;
    socket.write("POST /graphql HTTP/1.1\r\nhost: 127.0.0.1\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhel");
    const [request] = await asked;
    const gone = once(request, "close");
    request.on("error", () => {});
    socket.destroy();
    await gone.catch(() => {});
    expect(served).toBe(0);
  });
});
