import type { IncomingMessage, ServerResponse } from "node:http";
import type { Scope } from "../../actions/define-action.ts";
import type { Services } from "../../actions/services.ts";
import { InvalidInputError, UnauthenticatedError } from "../../platform/errors.ts";
import { parseInput } from "../../platform/parse-input.ts";
import { readBody, refuseBody } from "../body-limit.ts";
import { storableVariables } from "../graphql/request-guard.ts";
import { observeRequest } from "../observe-request.ts";
import { respond } from "../respond.ts";
import { challenge } from "../sign-in/identified.ts";
import type { Identify } from "../sign-in/identify.ts";
import { errorOf, mlflowError } from "./errors.ts";
import { mlflowPath } from "./path.ts";
import { protocolVersion } from "./protocol-version.ts";
import { type MessageRoute, matcherOf } from "./route.ts";
import { routes } from "./routes.ts";

/** A batch of a client has at most a million bytes; a data set's profile may be longer. */
const largestMessage = 4 * 1024 * 1024;
/** Where the web app shows what programs logged. */
const experimentsPage = "/experiments";
const api = /^\/(?:ajax-)?api\/[23]\.0(\/.*)$/;

/** MLflow's REST API: reads a message, has it done, writes a message. */
export function createMlflowServer({ services, identify }: { services: Services; identify: Identify }) {
  const match = matcherOf(routes);
  const { log } = services;

  async function answer(
    request: IncomingMessage,
    response: ServerResponse,
    requestId: string,
    path: string,
    query: string,
  ) {
    if (path === "/health") return void response.writeHead(200, { "content-type": "text/plain" }).end("OK");
    if (path === "/version") return void response.writeHead(200, { "content-type": "text/plain" }).end(protocolVersion);
    if ((path === "" || path === "/") && request.method === "GET") {
      // Links that clients print begin here and go on behind a #, which browsers keep: the page finds what they mean.
      return void response.writeHead(302, { location: experimentsPage, "cache-control": "no-store" }).end();
    }
    const found = match(request.method ?? "", api.exec(path)?.[1] ?? "");
    if (!found) {
      log.debug({ method: request.method, path }, "an MLflow client asked for what is not here");
      const { status, body } = mlflowError(
        "ENDPOINT_NOT_FOUND",
        `Nothing is at ${request.method} ${path.slice(0, 200)}.`,
      );
      return respond(response, status, body);
    }
    const { route, params } = found;
    const scope: Scope = { actor: await identify(request), cause: { requestId }, services };
    switch (route.kind) {
      case "missing": {
        const { status, body } = mlflowError("NOT_IMPLEMENTED", `Modelwright does not have this: ${route.does}.`);
        return respond(response, status, body);
      }
      case "stream":
        return route.handle(scope, { params, request, response });
      case "message": {
        const body = await readBody(request, largestMessage);
        if (!body) {
          const { body: told } = mlflowError(
            "INVALID_PARAMETER_VALUE",
            `A message has at most ${largestMessage} bytes.`,
          );
          return refuseBody(request, response, told);
        }
        return respond(response, 200, await route.handle(scope, messageOf(route, body, query, params)));
      }
    }
  }

  return (request: IncomingMessage, response: ServerResponse): void => {
    const [whole = "", query = ""] = (request.url ?? "/").split("?", 2);
    const path = whole.slice(mlflowPath.length);
    observeRequest({ request, response, route: mlflowPath, log }, (requestId) => {
      response.setHeader("x-request-id", requestId);
      answer(request, response, requestId, path, query).catch((error: unknown) => {
        if (request.destroyed && !request.complete) {
          log.info({ err: error }, "a request broke off");
          return void response.destroy();
        }
        const { status, body } = errorOf(error, log);
        // A stream that began can't be unsaid: it ends short of what it promised.
        if (response.headersSent) return void response.destroy();
        if (error instanceof UnauthenticatedError) response.setHeader("www-authenticate", challenge);
        if (request.complete) respond(response, status, body);
        else refuseBody(request, response, body, status);
      });
    });
  };
}

/** @throws {InvalidInputError} */
function messageOf(route: MessageRoute, body: Buffer, query: string, params: Record<string, string>): unknown {
  const given = { ...queryFields(query), ...jsonFields(body), ...params };
  return parseInput(route.input, storableVariables(given));
}

/** A field that is named twice is a list. */
function queryFields(query: string): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = {};
  const search = new URLSearchParams(query);
  for (const field of new Set(search.keys())) {
    const values = search.getAll(field);
    fields[field] = values.length === 1 ? (values[0] as string) : values;
  }
  return fields;
}

/** @throws {InvalidInputError} */
function jsonFields(body: Buffer): object {
  if (body.length === 0) return {};
  let parsed: unknown;
  try {
    parsed = JSON.parse(body.toString("utf8"));
  } catch {
    throw new InvalidInputError("The body is not JSON.");
  }
  if (typeof parsed === "object" && parsed !== null && !Array.isArray(parsed)) return parsed;
  throw new InvalidInputError("The body must be a JSON object.");
}
