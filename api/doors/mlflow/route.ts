import type { IncomingMessage, ServerResponse } from "node:http";
import type { z } from "zod";
import type { Scope } from "../../actions/define-action.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

interface RouteCommon {
  method: Method;
  /** As MLflow has it, below /api/2.0; {name} stands for one part of a path, {name+} for all that follow. */
  path: string;
  /** What it is for, in a table. */
  does: string;
}

/** A message in, a message out. */
export interface MessageRoute extends RouteCommon {
  kind: "message";
  /** Reads the message, whose fields have the proto's names; parts of the path are fields too, as the proto has them. */
  input: z.ZodType<unknown>;
  handle(scope: Scope, input: unknown): Promise<object>;
}

/** Bytes in or out. */
export interface StreamRoute extends RouteCommon {
  kind: "stream";
  handle(scope: Scope, exchange: Exchange): Promise<void>;
}

export interface Exchange {
  /** The parts of the path that the route names, decoded. */
  params: Record<string, string>;
  request: IncomingMessage;
  response: ServerResponse;
}

/** What MLflow has and we have not: it says so, and why. */
export interface MissingRoute extends RouteCommon {
  kind: "missing";
}

export type Route = MessageRoute | StreamRoute | MissingRoute;

export function message<Input>(
  method: Method,
  path: string,
  does: string,
  input: z.ZodType<Input>,
  handle: (scope: Scope, input: Input) => Promise<object>,
): MessageRoute {
  return { kind: "message", method, path, does, input, handle: (scope, parsed) => handle(scope, parsed as Input) };
}

export function stream(method: Method, path: string, does: string, handle: StreamRoute["handle"]): StreamRoute {
  return { kind: "stream", method, path, does, handle };
}

export function missing(method: Method, path: string, does: string): MissingRoute {
  return { kind: "missing", method, path, does };
}

/** Finds the route of a request. */
export type Match = { route: Route; params: Record<string, string> };

/** @returns a finder of routes: the first that fits */
export function matcherOf(routes: readonly Route[]): (method: string, path: string) => Match | null {
  const compiled = routes.map((route) => ({ route, pattern: patternOf(route.path) }));
  return (method, path) => {
    for (const { route, pattern } of compiled) {
      const found = route.method === method ? pattern.exec(path) : null;
      if (!found) continue;
      const params = Object.entries(found.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]);
      return { route, params: Object.fromEntries(params) };
    }
    return null;
  };
}

function patternOf(path: string): RegExp {
  const source = path
    .replaceAll(/[.]/g, "\\.")
    .replaceAll(/\{(\w+)\+\}/g, "(?<$1>.+)")
    .replaceAll(/\{(\w+)\}/g, "(?<$1>[^/]+)");
  return new RegExp(`^${source}$`);
}
