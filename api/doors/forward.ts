import { request as ask, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import { request as askSecurely } from "node:https";
import { pipeline } from "node:stream";
import type { Logger } from "../platform/log.ts";
import { mlflowError } from "./mlflow/errors.ts";
import { mlflowPath } from "./mlflow/path.ts";
import { observeRequest } from "./observe-request.ts";
import { respond } from "./respond.ts";

/** Of one connection, not of the request: RFC 9110, 7.6.1. */
const hopByHop = new Set(["connection", "keep-alive", "proxy-connection", "te", "transfer-encoding", "upgrade"]);
const away = "The API does not answer right now. Try again.";
const unavailable = { errors: [{ message: away, extensions: { code: "UNAVAILABLE" } }] };

/**
 * Passes requests on to the API as they are, streams included: one origin for the web app and the API where no balancer makes them one.
 * The name that the request was addressed to stays, so the API checks it and the page's origin as if it had been asked itself.
 * @param apiUrl where the API is; its path is not looked at
 * @param unreached what is answered when it does not answer
 */
export function forwardTo(apiUrl: string, log: Logger, unreached: object = unavailable) {
  const { protocol, hostname, port } = new URL(apiUrl);
  const send = protocol === "https:" ? askSecurely : ask;

  return (request: IncomingMessage & { body?: Buffer }, response: ServerResponse, context: { requestId: string }) => {
    const { body } = request;
    const headers = {
      ...passedOn(request.headers),
      "x-request-id": context.requestId,
    };
    const asked = send({ hostname, port, path: request.url, method: request.method, headers });
    asked.on("response", (answer) => {
      response.writeHead(answer.statusCode ?? 502, passedOn(answer.headers));
      // A stream's head must reach the client before its first event, which may be long in coming.
      response.flushHeaders();
      // Either side's end is the other's.
      pipeline(answer, response, () => {});
    });
    asked.on("error", (error) => {
      if (response.headersSent || response.destroyed) return void response.destroy();
      log.warn({ err: error }, "the API did not answer");
      respond(response, 502, unreached);
    });
    response.once("close", () => asked.destroy());
    if (body) asked.end(body);
    else request.pipe(asked);
  };
}

/** The doors that the API has, each of them passed on to it; what MLflow's clients ask has their own form of error. */
export function forwardedDoors(apiUrl: string, log: Logger) {
  const graphql = forwardTo(apiUrl, log);
  const passOn = forwardTo(apiUrl, log, mlflowError("TEMPORARILY_UNAVAILABLE", away).body);
  const mlflow = (request: IncomingMessage, response: ServerResponse) =>
    observeRequest({ request, response, route: mlflowPath, log }, (requestId) =>
      passOn(request, response, { requestId }),
    );
  return { graphql, cards: graphql, mlflow };
}

function passedOn(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !hopByHop.has(name)));
}
