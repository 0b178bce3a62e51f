import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  isUnionType,
} from "graphql";
import { schema } from "../../api/doors/graphql/schema/index.ts";
import { table } from "./markdown.ts";

const roots = [
  ["Queries", schema.getQueryType()],
  ["Mutations", schema.getMutationType()],
  ["Subscriptions", schema.getSubscriptionType()],
] as const;

/** docs/schema.md, from the schema. */
export function schemaPage(): string {
  const rootTypes = new Set(roots.map(([, type]) => type?.name));
  const types = Object.values(schema.getTypeMap())
    .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type) && !rootTypes.has(type.name))
    .toSorted((one, other) => one.name.localeCompare(other.name));
  const sections = roots.flatMap(([title, type]) =>
    type ? [`## ${title}\n\n${Object.values(type.getFields()).map(operation).join("\n\n")}`] : [],
  );
  return `# GraphQL schema

At \`/graphql\`: queries and mutations by POST, subscriptions over server-sent events. The same as text is in
[schema.graphql](../api/doors/graphql/schema.graphql), and in the playground with examples. A result that may fail in an expected way is a union with
the errors that may come; each has a \`code\` and a \`message\`.

${sections.join("\n\n")}

## Types

${types.map(typeSection).join("\n\n")}
`;
}

function operation(field: GraphQLField<unknown, unknown>): string {
  const head = `### ${field.name}\n\n${field.description ? `${field.description}\n\n` : ""}Returns \`${field.type}\`.`;
  return field.args.length === 0 ? head : `${head}\n\n${inputs(field.args)}`;
}

function typeSection(type: GraphQLNamedType): string {
  const head = `### ${type.name}\n\n${type.description ? `${type.description}\n\n` : ""}`;
  return `${head}${bodyOf(type)}`.trimEnd();
}

function bodyOf(type: GraphQLNamedType): string {
  if (isUnionType(type)) {
    return `One of ${type
      .getTypes()
      .map(({ name }) => `\`${name}\``)
      .join(", ")}.`;
  }
  if (isEnumType(type)) {
    const values = type.getValues();
    if (values.every(({ description }) => !description)) return values.map(({ name }) => `\`${name}\``).join(", ");
    return table(
      ["Value", ""],
      values.map(({ name, description }) => [`\`${name}\``, description ?? ""]),
    );
  }
  if (isInputObjectType(type)) return inputs(Object.values(type.getFields()));
  if (isObjectType(type) || isInterfaceType(type)) {
    const rows = Object.values(type.getFields()).map(({ name, args, type: of, description }) => [
      `\`${name}${args.length > 0 ? `(${args.map((arg) => `${arg.name}: ${arg.type}`).join(", ")})` : ""}\``,
      `\`${of}\``,
      description ?? "",
    ]);
    return table(["Field", "Type", ""], rows);
  }
  return isScalarType(type) ? "A scalar." : "";
}

function inputs(given: readonly Pick<GraphQLArgument, "name" | "type" | "description">[]): string {
  return table(
    ["Argument", "Type", ""],
    given.map(({ name, type, description }) => [`\`${name}\``, `\`${type}\``, description ?? ""]),
  );
}
