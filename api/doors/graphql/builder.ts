import SchemaBuilder from "@pothos/core";
import ComplexityPlugin from "@pothos/plugin-complexity";
import ErrorsPlugin from "@pothos/plugin-errors";
import PrismaPlugin from "@pothos/plugin-prisma";
import RelayPlugin from "@pothos/plugin-relay";
import ScopeAuthPlugin from "@pothos/plugin-scope-auth";
import { DateTimeResolver, JSONResolver } from "graphql-scalars";
import type PrismaTypes from "../../../prisma/pothos-types.ts";
import { getDatamodel } from "../../../prisma/pothos-types.ts";
import type { Permission } from "../../identity/actor.ts";
import type { Database } from "../../platform/database.ts";
import { ForbiddenError, LimitExceededError } from "../../platform/errors.ts";
import type { GraphQLContext } from "./context.ts";
import { pagesPlugin } from "./pages-plugin.ts";

/** Most of a query's cost: fields, times the sizes of the lists that they are in. */
const complexityLimit = { complexity: 60_000, depth: 16, breadth: 600 };

/** The schema builder. It defines nothing: each noun's types, queries and mutations stand in a file of schema/. */
export const builder = new SchemaBuilder<{
  PrismaTypes: PrismaTypes;
  Context: GraphQLContext;
  DefaultFieldNullability: false;
  DefaultEdgesNullability: false;
  DefaultNodeNullability: false;
  Scalars: {
    DateTime: { Input: Date; Output: Date | string };
    JSON: { Input: unknown; Output: unknown };
    ID: { Input: string; Output: string };
  };
  AuthScopes: { permission: Permission };
}>({
  plugins: [ErrorsPlugin, ScopeAuthPlugin, RelayPlugin, PrismaPlugin, ComplexityPlugin, pagesPlugin],
  defaultFieldNullability: false,
  prisma: {
    client: (context: GraphQLContext): Database => context.services.database,
    dmmf: getDatamodel(),
    filterConnectionTotalCount: true,
    onUnusedQuery: null,
  },
  relay: {
    edgesFieldOptions: { nullable: false },
    nodeFieldOptions: { nullable: false },
    nodesOnConnection: true,
    nodeQueryOptions: false,
    nodesQueryOptions: false,
  },
  errors: { defaultTypes: [], directResult: true },
  scopeAuth: {
    authScopes: (context) => ({ permission: (permission: Permission) => context.actor.permissions.has(permission) }),
    unauthorizedError: (_parent, context) => new ForbiddenError(`${context.actor.name} may not read this.`),
  },
  complexity: {
    defaultComplexity: 1,
    defaultListMultiplier: 3,
    limit: complexityLimit,
    complexityError: (kind) =>
      new LimitExceededError(`This asks for too much at once (its ${kind.toLowerCase()}). Ask for less, or in parts.`),
  },
});

builder.queryType({});
builder.mutationType({});
builder.subscriptionType({});
builder.addScalarType("DateTime", DateTimeResolver, { description: "RFC 3339, UTC." });
builder.addScalarType("JSON", JSONResolver, { description: "Any JSON value." });
