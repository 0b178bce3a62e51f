import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { Logger } from "../platform/log.ts";
import { readBody, refuseBody } from "./body-limit.ts";
import { tellBrowser } from "./browser-headers.ts";
import { cardPath } from "./card-path.ts";
import type { Health } from "./health.ts";
import { mlflowPath } from "./mlflow/path.ts";
import { observeRequest } from "./observe-request.ts";
import { knownHosts, refusal } from "./refusal.ts";
import { respond } from "./respond.ts";

export interface HttpServerOptions {
  /** What the server listens on: a name or an address. */
  host: string;
  /** Names that requests may be addressed to besides that, localhost, and any address. */
  allowedHosts: readonly string[];
  /** Answers GraphQL, or passes it on to who does. */
  graphql?: (
    request: IncomingMessage,
    response: ServerResponse,
    context: { requestId: string; response: ServerResponse },
  ) => unknown;
  /** Answers for model cards, or passes them on to who does. */
  cards?: (request: IncomingMessage, response: ServerResponse, context: { requestId: string }) => unknown;
  /** Answers below /mlflow, or passes it on to who does; it bounds bodies itself. */
  mlflow?: (request: IncomingMessage, response: ServerResponse) => void;
  /** Everything that is not the API's: the web app. */
  web?: { handle: RequestListener; upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void };
  /** Headers that say who asks. */
  identity?: readonly string[];
  health: Health;
  log: Logger;
}

/** A model's file may be large, and its way here slow. */
const uploadWithinMs = 15 * 60_000;
/** Every other request is small: it has come whole within this, or its connection ends. */
const requestWithinMs = 120_000;

/** No request body of ours comes near this: the longest message has 8,000 characters. */
export const largestBody = 256 * 1024;
const tooLarge = {
  errors: [{ message: `A request has at most ${largestBody} bytes.`, extensions: { code: "LIMIT_EXCEEDED" } }],
};
const nothing = { errors: [{ message: "Nothing is here. GraphQL is at /graphql." }] };
const twice = {
  errors: [
    {
      message: "Who asks is said twice in this request: whoever signs people in has to replace what came before.",
      extensions: { code: "UNAUTHENTICATED" },
    },
  ],
};
const noGraphQL = {
  errors: [
    {
      message:
        "GraphQL is not served here, but by the API: let the balancer send /graphql there, or name the API in API_URL.",
    },
  ],
};

/** One port: GraphQL, model cards, MLflow's API, health, and the web app for the rest. */
export function createHttpServer(options: HttpServerOptions): Server {
  const { graphql, cards, mlflow, web, identity = [], health, log } = options;
  const known = knownHosts(options);
  const server = createServer(
    { requestTimeout: uploadWithinMs, headersTimeout: 20_000, keepAliveTimeout: 20_000 },
    (request, response) => {
      tellBrowser(response);
      const refused = refusal(request, known);
      if (refused) {
        const errors = [{ message: refused.message, extensions: { code: "FORBIDDEN" } }];
        return respond(response, refused.status, { errors });
      }
      // Passed on they would be one, and nobody could tell the front's from the client's.
      if (identity.some((name) => (request.headersDistinct[name]?.length ?? 0) > 1)) {
        return respond(response, 400, twice);
      }
      const path = request.url?.split("?", 1)[0] ?? "/";
      if (mlflow && (path === mlflowPath || path.startsWith(`${mlflowPath}/`))) return mlflow(request, response);
      endSlow(request);
      if (Number(request.headers["content-length"] ?? 0) > largestBody) return refuseBody(request, response, tooLarge);
      if (path === "/graphql") {
        if (!graphql) return respond(response, 404, noGraphQL);
        return observeRequest({ request, response, route: path, log }, (requestId) => {
          response.setHeader("x-request-id", requestId);
          const answer = () => void graphql(request, response, { requestId, response });
          // The parser holds a body to the length that it names; one that names none is read here, as far as it may go.
          if (request.headers["transfer-encoding"] === undefined) return answer();
          void readBody(request, largestBody).then(
            (body) => {
              if (!body) return refuseBody(request, response, tooLarge);
              Object.assign(request, { body });
              answer();
            },
            (error) => {
              log.info({ err: error }, "a request broke off");
              response.destroy();
            },
          );
        });
      }
      if (cards && cardPath.test(path)) {
        return observeRequest({ request, response, route: "card", log }, (requestId) => {
          response.setHeader("x-request-id", requestId);
          void cards(request, response, { requestId });
        });
      }
      if (health.answer(path, response)) return;
      if (!web) return respond(response, 404, nothing);
      observeRequest({ request, response, route: "web", log }, () => web.handle(request, response));
    },
  );
  if (web) {
    server.on("upgrade", (request, socket, head) =>
      refusal(request, known) ? socket.destroy() : web.upgrade(request, socket, head),
    );
  }
  return server;
}

/** Ends the connection of a request whose body is too long in coming. */
function endSlow(request: IncomingMessage): void {
  if (request.complete || !(request.headers["content-length"] || request.headers["transfer-encoding"])) return;
  const timer = setTimeout(() => {
    if (!request.complete) request.destroy();
  }, requestWithinMs).unref();
  request.once("close", () => clearTimeout(timer));
}
