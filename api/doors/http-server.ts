import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import { isIP } from "node:net";
import type { Duplex } from "node:stream";
import type { Logger } from "../platform/log.ts";
import { readBody, refuseBody } from "./body-limit.ts";

export interface HttpServerOptions {
  /** What the server listens on: a name or an address. */
  host: string;
  /** Names that requests may be addressed to besides that, localhost, and any address. */
  allowedHosts: readonly string[];
  graphql: (request: IncomingMessage, response: ServerResponse, context: { requestId: string }) => unknown;
  /** Everything that is not the API's: the web app. */
  web?: { handle: RequestListener; upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void };
  /** Throws when the service can't do its work. */
  checkReady(): Promise<void>;
  log: Logger;
}

/** No request body of ours comes near this: the longest message has 8,000 characters. */
export const largestBody = 256 * 1024;
const tooLarge = {
  errors: [{ message: `A request has at most ${largestBody} bytes.`, extensions: { code: "LIMIT_EXCEEDED" } }],
};

/** One port: GraphQL, health, and the web app for the rest. */
export function createHttpServer(options: HttpServerOptions): Server {
  const { graphql, web, checkReady, log } = options;
  const known = new Set(["localhost", ...[options.host, ...options.allowedHosts].map((name) => hostName(name))]);
  const server = createServer(
    { requestTimeout: 120_000, headersTimeout: 20_000, keepAliveTimeout: 20_000 },
    (request, response) => {
      const refused = refusal(request, known);
      if (refused) {
        const errors = [{ message: refused.message, extensions: { code: "FORBIDDEN" } }];
        return respond(response, refused.status, { errors });
      }
      if (Number(request.headers["content-length"] ?? 0) > largestBody) return refuseBody(request, response, tooLarge);
      const path = request.url?.split("?", 1)[0] ?? "/";
      if (path === "/graphql") {
        const requestId = requestIdOf(request);
        response.setHeader("x-request-id", requestId);
        // The parser holds a body to the length that it names; one that names none is read here, as far as it may go.
        if (request.headers["transfer-encoding"] === undefined) return void graphql(request, response, { requestId });
        return void readBody(request, largestBody).then(
          (body) =>
            body
              ? graphql(Object.assign(request, { body }), response, { requestId })
              : refuseBody(request, response, tooLarge),
          (error) => {
            log.info({ err: error, requestId }, "a request broke off");
            response.destroy();
          },
        );
      }
      if (path === "/healthz") return respond(response, 200, { status: "ok" });
      if (path === "/readyz") {
        return void checkReady().then(
          () => respond(response, 200, { status: "ready" }),
          (error) => {
            log.warn({ err: error }, "not ready");
            respond(response, 503, { status: "unavailable" });
          },
        );
      }
      if (web) return web.handle(request, response);
      respond(response, 404, { errors: [{ message: "Nothing is here. GraphQL is at /graphql." }] });
    },
  );
  if (web) {
    server.on("upgrade", (request, socket, head) =>
      refusal(request, known) ? socket.destroy() : web.upgrade(request, socket, head),
    );
  }
  return server;
}

/**
 * Why a request is not served: addressed to a name that is not ours (DNS rebinding), or sent by another site's page (CSRF). An address
 * is no name that somebody could make point here, so any will do, whatever the server listens on.
 */
function refusal(
  { method, headers }: IncomingMessage,
  known: ReadonlySet<string>,
): { status: number; message: string } | null {
  const { host, origin } = headers;
  const addressed = hostName(host ?? "");
  if (!known.has(addressed) && isIP(addressed) === 0) {
    return {
      status: 421,
      message: "This server is not known by that name. Add the name to ALLOWED_HOSTS to allow it.",
    };
  }
  const changes = method !== "GET" && method !== "HEAD";
  if ((changes || headers.upgrade !== undefined) && origin && originHost(origin) !== host?.toLowerCase()) {
    return { status: 403, message: "Requests from pages of another site are not served." };
  }
  return null;
}

/** The name or address alone, as `isIP` knows it: without port and brackets. */
function hostName(host: string): string {
  const name = host.trim().toLowerCase();
  return isIP(name) === 6 ? name : name.replace(/:\d+$/, "").replace(/^\[(.*)\]$/, "$1");
}

function originHost(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

/** The caller's own id when it is a plain one, so that its log and ours can be read together. */
function requestIdOf(request: IncomingMessage): string {
  const given = request.headers["x-request-id"];
  return typeof given === "string" && /^[\w.:-]{1,100}$/.test(given) ? given : randomUUID();
}

function respond(response: ServerResponse, status: number, body: object): void {
  response
    .writeHead(status, { "content-type": "application/json", "cache-control": "no-store" })
    .end(JSON.stringify(body));
}
