import type { IncomingMessage, ServerResponse } from "node:http";
import { runRead } from "../actions/run-action.ts";
import type { Services } from "../actions/services.ts";
import type { Actor } from "../identity/actor.ts";
import { modelCard } from "../models/card/model-card.ts";
import { DomainError, type ErrorCode } from "../platform/errors.ts";
import { isOutage } from "../platform/outage.ts";
import { cardPath } from "./card-path.ts";
import { respond } from "./respond.ts";

const statusOf: Partial<Record<ErrorCode, number>> = {
  NOT_FOUND: 404,
  INVALID_INPUT: 400,
  FORBIDDEN: 403,
  UNAVAILABLE: 503,
};

/** Answers `GET /models/<name>/versions/<version>/card.md` with the version's model card, as a file of Markdown. */
export function serveModelCards(services: Services) {
  return async (
    request: IncomingMessage,
    response: ServerResponse,
    { requestId, actor }: { requestId: string; actor: Actor },
  ) => {
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.setHeader("allow", "GET, HEAD");
      return refuse(response, 405, "A model card can only be read.", "INVALID_INPUT");
    }
    try {
      const scope = { actor, cause: { requestId }, services };
      const card = await runRead(modelCard, namedIn(request.url ?? ""), scope);
      response.writeHead(200, {
        "content-type": "text/markdown; charset=utf-8",
        "content-length": Buffer.byteLength(card),
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
      });
      response.end(request.method === "HEAD" ? undefined : card);
    } catch (error) {
      if (error instanceof DomainError) {
        return refuse(response, statusOf[error.code] ?? 409, error.message, error.code);
      }
      if (isOutage(error)) {
        services.log.warn({ err: error }, "a model card failed since the database is away");
        return refuse(response, 503, "The database is away for the moment. Ask again.", "UNAVAILABLE");
      }
      services.log.error({ err: error }, "a model card failed by a fault");
      refuse(response, 500, "Something went wrong on our side.", "INTERNAL_SERVER_ERROR");
    }
  };
}

function namedIn(url: string): { model: string; version: number } {
  const [, name = "", version] = cardPath.exec(url.split("?", 1)[0] ?? "") ?? [];
  return { model: decoded(name), version: Number(version) };
}

/** A name that is not properly encoded is nobody's, and is looked for as it stands. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function refuse(response: ServerResponse, status: number, message: string, code: string): void {
  respond(response, status, { errors: [{ message, extensions: { code } }] });
}
