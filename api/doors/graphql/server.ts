import { EnvelopArmorPlugin } from "@escape.tech/graphql-armor";
import { GraphQLError } from "graphql";
import { createYoga } from "graphql-yoga";
import type { Services } from "../../actions/services.ts";
import type { Conversation } from "../../agent/conversation.ts";
import { localOwner } from "../../identity/actor.ts";
import { DomainError } from "../../platform/errors.ts";
import type { GraphQLContext } from "./context.ts";
import { playground, renderPlayground } from "./playground.ts";
import { requestGuard } from "./request-guard.ts";
import { schema } from "./schema/index.ts";

/** What the HTTP server knows of a request. */
export interface ServerContext {
  requestId: string;
}

/** Armor's errors have no code of their own. */
const onReject = [
  (_context: unknown, error: GraphQLError) => void Object.assign(error.extensions, { code: "LIMIT_EXCEEDED" }),
];

/** Far above what any client of ours sends (the largest operation of the web app has about 700 tokens), far below what hurts. */
const limits = {
  maxTokens: { n: 2_000, onReject },
  maxDepth: { n: 20, flattenFragments: true, onReject },
  // __typename too: by default armor lets any number of aliases of it pass.
  maxAliases: { n: 60, allowList: [], onReject },
  maxDirectives: { n: 30, onReject },
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
  if (isGraphQLError(error) && (!original || isGraphQLError(original))) return error;
  if (original instanceof Error && original.name === "PothosValidationError") {
    return new GraphQLError(original.message, { extensions: { code: "INVALID_INPUT" } });
  }
  services.log.error({ err: original }, "a request failed by a fault");
  return new GraphQLError("Something went wrong on our side. It is safe to look, and to try again.", {
    extensions: { code: "INTERNAL_SERVER_ERROR" },
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
    plugins: [requestGuard(), EnvelopArmorPlugin(limits)],
    graphiql: playground,
    renderGraphiQL: renderPlayground,
    // The HTTP server bounds bodies before they come here; Yoga would count each one's bytes through a stream of its own.
    maxRequestBodySize: false,
    maskedErrors: { maskError: (error) => maskError(error, services) },
    context: ({ request }) => ({ actor: localOwner, services, conversation, signal: request.signal }),
  });
}
