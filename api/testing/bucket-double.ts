import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** Keys that a page of a list has: few, so that every list of a test has several. */
const pageSize = 2;

/** A cloud's bucket, as far as the product uses one: whole objects, heads, deletions, and lists page by page. */
export async function openBucketDouble() {
  const objects = new Map<string, { bytes: Buffer; modified: Date }>();
  let failing = false;
  let stalled: (() => void) | undefined;
  let held: { until: Promise<void>; waiting: () => void } | undefined;

  const server = createServer((request, response) => {
    void answer(request, response).catch(() => response.destroy());
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://bucket");
    const [, bucket, ...path] = url.pathname.split("/");
    const key = decodeURIComponent(path.join("/"));
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (failing || !request.headers.authorization?.startsWith("AWS4-HMAC-SHA256 Credential=test/")) {
      return refuse(response, 403, "AccessDenied");
    }
    if (bucket !== "models") return refuse(response, 404, "NoSuchBucket");
    const found = objects.get(key);
    if (request.method === "HEAD" && stalled) return stalled();
    switch (request.method) {
      case "PUT":
        held?.waiting();
        await held?.until;
        objects.set(key, { bytes: Buffer.concat(chunks), modified: new Date() });
        return void response.writeHead(200).end();
      case "DELETE":
        objects.delete(key);
        return void response.writeHead(204).end();
      case "HEAD":
      case "GET":
        if (key === "") return list(url, response);
        if (!found) return refuse(response, 404, "NoSuchKey");
        response.writeHead(200, {
          "last-modified": found.modified.toUTCString(),
          "content-length": found.bytes.length,
        });
        return void response.end(request.method === "GET" ? found.bytes : undefined);
      default:
        return refuse(response, 405, "MethodNotAllowed");
    }
  }

  function list(url: URL, response: ServerResponse): void {
    const prefix = url.searchParams.get("prefix") ?? "";
    const after = url.searchParams.get("continuation-token") ?? "";
    const matching = [...objects.keys()].filter((key) => key.startsWith(prefix) && key > after).toSorted();
    const page = matching.slice(0, pageSize);
    const more = matching.length > pageSize;
    const contents = page.map((key) => `<Contents><Key>${key}</Key></Contents>`).join("");
    const next = more ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : "";
    response.writeHead(200, { "content-type": "application/xml" });
    response.end(`<ListBucketResult><IsTruncated>${more}</IsTruncated>${contents}${next}</ListBucketResult>`);
  }

  function refuse(response: ServerResponse, status: number, code: string): void {
    response.writeHead(status, { "content-type": "application/xml" }).end(`<Error><Code>${code}</Code></Error>`);
  }

  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    /** Refuses everything from now on, or no more. */
    fail(now: boolean) {
      failing = now;
    },
    /** Keeps nothing that comes from now on until it is released: `waiting` resolves when the first has come. */
    hold() {
      const [gate, arrival] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      held = { until: gate.promise, waiting: arrival.resolve };
      return {
        waiting: arrival.promise,
        release() {
          held = undefined;
          gate.resolve();
        },
      };
    },
    /** Leaves every HEAD that comes from now on without an answer. @returns when the first has come */
    stall(): Promise<void> {
      const arrival = Promise.withResolvers<void>();
      stalled = arrival.resolve;
      return arrival.promise;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
