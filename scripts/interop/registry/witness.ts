import { once } from "node:events";
import { createServer, type IncomingMessage, request } from "node:http";
import type { AddressInfo } from "node:net";

/** What is done at a request of the kind that is waited for. */
interface Moment {
  at: (method: string, path: string) => boolean;
  /** Before it is passed on. A number is answered in its place, as a status. */
  before?: () => Promise<number | undefined>;
  /** When it is done there, and the answer is not told yet. */
  after?: () => Promise<void>;
}

/** A way to the MLflow server on which something else happens between two requests: once, at the moment that is named. */
export async function openWitness(to: string) {
  const { hostname, port } = new URL(to);
  let moment: Moment | undefined;
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      const body = await read(incoming);
      const { method = "", url = "" } = incoming;
      const now = moment?.at(method, url) ? moment : undefined;
      if (now) moment = undefined;
      const status = await now?.before?.();
      if (status !== undefined) return void outgoing.writeHead(status).end();
      const passed = request({ hostname, port, method, path: url, headers: incoming.headers });
      passed.end(body);
      const [answer] = (await once(passed, "response")) as [IncomingMessage];
      const told = await read(answer);
      await now?.after?.();
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers).end(told);
    })().catch(() => outgoing.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    once(next: Moment) {
      moment = next;
    },
    /** Whether what was waited for has come. */
    done: () => moment === undefined,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

async function read(source: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of source) parts.push(part);
  return Buffer.concat(parts);
}
