import { EnvelopArmorPlugin } from "@escape.tech/graphql-armor";
import { renderGraphiQL } from "@graphql-yoga/render-graphiql";
import { GraphQLError } from "graphql";
import { createYoga } from "graphql-yoga";
import type { Conversation } from "../../agent/conversation.ts";
import type { Services } from "../../actions/services.ts";
import { localOwner } from "../../identity/actor.ts";
import { DomainError } from "../../platform/errors.ts";
import type { GraphQLContext } from "./context.ts";
import { playground } from "./playground.ts";
import { schema } from "./schema/index.ts";

/** What the HTTP server knows of a request. */
export interface ServerContext {
  requestId: string;
}

/** Far above what any client of ours sends (the largest operation of the web app has about 700 tokens), far below what hurts. */
const limits = {
  maxTokens: { n: 2_000 },
  maxDepth: { n: 20, flattenFragments: true },
  maxAliases: { n: 60 },
  maxDirectives: { n: 30 },
  // Pothos' complexity plugin does this one, knowing the lists' sizes.
  costLimit: { enabled: false },
  blockFieldSuggestion: { enabled: false },
};

/** An expected failure keeps its code and sentence; a GraphQL error of the request stays as it is; a fault is masked, and logged. */
function maskError(error: unknown, services: Services): Error {
  const original = error instanceof GraphQLError ? error.originalError : error;
  if (original instanceof DomainError) {
    const { nodes, path } = error instanceof GraphQLError ? error : {};
    return new GraphQLError(original.message, { nodes: nodes ?? null, path: path ?? null, extensions: { code: original.code } });
  }
  if (error instanceof GraphQLError && (!original || original instanceof GraphQLError)) return error;
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
    plugins: [EnvelopArmorPlugin(limits)],
    graphiql: playground,
    renderGraphiQL,
    maskedErrors: { maskError: (error) => maskError(error, services) },
    context: ({ request }) => ({ actor: localOwner, services, conversation, signal: request.signal }),
  });
}
