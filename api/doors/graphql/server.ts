import type { ServerResponse } from "node:http";
import { EnvelopArmorPlugin } from "@escape.tech/graphql-armor";
import { GraphQLError } from "graphql";
import { createYoga } from "graphql-yoga";
import type { Services } from "../../actions/services.ts";
import type { Conversation } from "../../agent/conversation.ts";
import type { Actor } from "../../identity/actor.ts";
import { DomainError, UnavailableError } from "../../platform/errors.ts";
import { noteLogIds } from "../../platform/log-ids.ts";
import { isDiskFull, isOutage } from "../../platform/outage.ts";
import { endStream } from "../open-requests.ts";
import type { GraphQLContext } from "./context.ts";
import { explainMediaTypes } from "./media-types.ts";
import { playground, renderPlayground } from "./playground.ts";
import { requestGuard } from "./request-guard.ts";
import { schema } from "./schema/index.ts";

/** What the HTTP server knows of a request. */
export interface ServerContext {
  requestId: string;
  response: ServerResponse;
  actor: Actor;
}

/** Armor's errors have no code of their own, and call themselves errors of syntax. */
function limit(n: number, of: string) {
  const refusal = {
    message: `An operation has at most ${n} ${of}. Ask for less, or in parts.`,
    extensions: { code: "LIMIT_EXCEEDED" },
  };
  return { n, onReject: [(_context: unknown, error: GraphQLError) => void Object.assign(error, refusal)] };
}

/** Far above what any client of ours sends (the largest operation of the web app has about 700 tokens), far below what hurts. */
const limits = {
  maxTokens: limit(2_000, "tokens"),
  maxDepth: { ...limit(20, "levels of fields in one another"), flattenFragments: true },
  // __typename too: by default armor lets any number of aliases of it pass.
  maxAliases: { ...limit(60, "aliases"), allowList: [] },
  maxDirectives: limit(30, "directives"),
  // Pothos' complexity plugin does this one, knowing the lists' sizes.
  costLimit: { enabled: false },
  blockFieldSuggestion: { enabled: false },
};

/** By name: the libraries around may hold another copy of the class. */
function isGraphQLError(error: unknown): error is GraphQLError {
  return error instanceof Error && error.name === "GraphQLError";
}

/** An expected failure keeps its code and sentence; a GraphQL error of the request stays as it is; a fault is masked, and logged. */
function maskError(error: unknown, services: Services): Error {
  const original = isGraphQLError(error) ? error.originalError : error;
  if (original instanceof DomainError) {
    const { nodes, path } = isGraphQLError(error) ? error : {};
    return new GraphQLError(original.message, {
      nodes: nodes ?? null,
      path: path ?? null,
      extensions: { code: original.code },
    });
  }
  if (isGraphQLError(error) && (!original || isGraphQLError(original))) return withCode(error);
  if (original instanceof Error && original.name === "PothosValidationError") {
    return new GraphQLError(original.message, { extensions: { code: "INVALID_INPUT" } });
  }
  if (isOutage(original)) {
    const full = isDiskFull(original);
    services.log.warn({ err: original }, `a request failed since the database ${full ? "has no room" : "is away"}`);
    const { message, code } = new UnavailableError(
      full
        ? "The disk of the database is full, so nothing can be written down. Make room there, and send the same again: what carries a turnId or an idempotency key happens once."
        : "The database is away for the moment. Send the same again: what carries a turnId or an idempotency key happens once.",
    );
    return new GraphQLError(message, { extensions: { code } });
  }
  services.log.error({ err: original }, "a request failed by a fault");
  return new GraphQLError("Something went wrong on our side. It is safe to look, and to try again.", {
    extensions: { code: "INTERNAL_SERVER_ERROR" },
  });
}

/** GraphQL's own errors of parsing and validation have a code; those of a variable or argument that does not fit have none. */
function withCode(error: GraphQLError): GraphQLError {
  if (error.extensions.code !== undefined) return error;
  const { message, nodes, path, extensions } = error;
  return new GraphQLError(message, {
    nodes: nodes ?? null,
    path: path ?? null,
    extensions: { ...extensions, code: "INVALID_INPUT" },
  });
}

/** GraphQL over HTTP at /graphql: queries and mutations by POST, subscriptions by SSE, GraphiQL for browsers. */
export function createGraphQLServer({ services, conversation }: { services: Services; conversation: Conversation }) {
  return createYoga<ServerContext, Omit<GraphQLContext, keyof ServerContext>>({
    schema,
    graphqlEndpoint: "/graphql",
    // The web app is on the same origin; programs send no Origin. No other site has business here.
    cors: false,
    batching: false,
    landingPage: false,
    logging: false,
    plugins: [requestGuard(), explainMediaTypes(), EnvelopArmorPlugin(limits)],
    graphiql: playground,
    renderGraphiQL: renderPlayground,
    // The HTTP server bounds bodies before they come here; Yoga would count each one's bytes through a stream of its own.
    maxRequestBodySize: false,
    maskedErrors: { maskError: (error) => maskError(error, services) },
    context: ({ request, params, response }) => {
      // For the log. Some client's own word: it is kept only when it is a plain name.
      const operation = params.operationName;
      if (typeof operation === "string" && /^\w{1,60}$/.test(operation)) noteLogIds({ operation });
      return {
        services,
        conversation,
        signal: request.signal,
        endStream: () => endStream(response),
      };
    },
  });
}
