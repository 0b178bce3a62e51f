import { randomUUID } from "node:crypto";
import { once } from "node:events";
import {
  request as ask,
  createServer,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from "node:http";
import type { AddressInfo, Socket } from "node:net";

/** A stand-in for the balancer that people sign in at, and for who signs them in there: nobody is refused. */
export interface Front {
  url: string;
  /** All sessions end; what is open stays open, as at a balancer. */
  endSessions: () => void;
  /** Every connection ends, streams included. */
  cut: () => void;
  close: () => Promise<void>;
}

/**
 * As AWS's balancer does it: a page without a session leads to who signs in, which is another site, and back. A call is refused there, by a
 * page and not by JSON; other proxies lead calls elsewhere too.
 */
export async function openFront(target: string, calls: "refused" | "led elsewhere"): Promise<Front> {
  const sessions = new Set<string>();
  const signIn = await listen("localhost", (request, response) => {
    const back = new URL(request.url ?? "/", "http://localhost").searchParams.get("back") ?? "";
    lead(response, back);
  });
  const front = await listen("127.0.0.1", (request, response) => {
    const address = new URL(request.url ?? "/", `http://${request.headers.host}`);
    if (address.pathname === "/oauth2/idpresponse") {
      const session = randomUUID();
      sessions.add(session);
      response.setHeader("set-cookie", `session=${session}; Path=/; HttpOnly`);
      return lead(response, address.searchParams.get("to") ?? "/");
    }
    const [, session = ""] = /(?:^|; )session=([^;]+)/.exec(request.headers.cookie ?? "") ?? [];
    if (sessions.has(session)) return passOn(target, request, response);
    if (calls === "refused" && address.pathname === "/graphql") {
      response.writeHead(401, { "content-type": "text/html" });
      return response.end("<html><body><h1>401 Authorization Required</h1></body></html>");
    }
    const back = new URL("/oauth2/idpresponse", address);
    back.searchParams.set("to", `${address.pathname}${address.search}`);
    lead(response, `${signIn.url}/authorize?back=${encodeURIComponent(back.href)}`);
  });
  return {
    url: front.url,
    endSessions: () => sessions.clear(),
    cut: front.cut,
    async close() {
      await Promise.all([front.close(), signIn.close()]);
    },
  };
}

function lead(response: ServerResponse, location: string): void {
  response.writeHead(302, { location }).end();
}

function passOn(target: string, request: IncomingMessage, response: ServerResponse): void {
  const { hostname, port } = new URL(target);
  const { method, headers, url: path } = request;
  const asked = ask({ hostname, port, path, method, headers });
  asked.on("response", (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    response.flushHeaders();
    answer.pipe(response);
  });
  asked.on("error", () => response.destroy());
  response.once("close", () => asked.destroy());
  request.pipe(asked);
}

async function listen(host: string, handle: RequestListener) {
  const server = createServer(handle);
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  server.listen(0, host === "localhost" ? "127.0.0.1" : host);
  await once(server, "listening");
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}`,
    cut,
    async close() {
      const closed = once(server, "close");
      server.close();
      cut();
      await closed;
    },
  };
}
