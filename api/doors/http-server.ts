import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import type { Logger } from "../platform/log.ts";
import { readBody, refuseBody } from "./body-limit.ts";

export interface HttpServerOptions {
  host: string;
  /** Names that requests may be addressed to besides loopback. */
  allowedHosts: readonly string[];
  graphql: (request: IncomingMessage, response: ServerResponse, context: { requestId: string }) => unknown;
  /** Everything that is not the API's: the web app. */
  web?: RequestListener;
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
  const server = createServer(
    { requestTimeout: 120_000, headersTimeout: 20_000, keepAliveTimeout: 20_000 },
    (request, response) => {
      const refused = refusal(request, options);
      if (refused) return respond(response, refused.status, { errors: [{ message: refused.message }] });
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
      if (web) return web(request, response);
      respond(response, 404, { errors: [{ message: "Nothing is here. GraphQL is at /graphql." }] });
    },
  );
  return server;
}

/** Why a request is not served: addressed to a name that is not ours (DNS rebinding), or sent by another site's page (CSRF). */
function refusal(
  request: IncomingMessage,
  { host, allowedHosts }: HttpServerOptions,
): { status: number; message: string } | null {
  const addressed = hostName(request.headers.host);
  const known = ["localhost", "127.0.0.1", "[::1]", host, ...allowedHosts];
  if (host !== "0.0.0.0" && host !== "::" && (!addressed || !known.includes(addressed))) {
    return { status: 421, message: "This server is not known by that name. Set ALLOWED_HOSTS to allow it." };
  }
  const { origin } = request.headers;
  if (request.method !== "GET" && request.method !== "HEAD" && origin && originHost(origin) !== request.headers.host) {
    return { status: 403, message: "Requests from pages of another site are not served." };
  }
  return null;
}

function hostName(header: string | undefined): string | undefined {
  return header?.replace(/:\d+$/, "").toLowerCase();
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
