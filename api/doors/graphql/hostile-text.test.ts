import { readFileSync } from "node:fs";
import {
  buildSchema,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  getNamedType,
  isInputObjectType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isUnionType,
} from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { conversationOf, type Product, startProduct, trainTitanic } from "../../testing/product.ts";

/** As printed; the schema of the code is of another copy of graphql-js here. */
const schema = buildSchema(readFileSync(new URL("./schema.graphql", import.meta.url), "utf8"));

let product: Product;
beforeAll(async () => {
  product = await startProduct();
  await serve();
});
afterAll(() => product.stop());

/** Puts a version into production. */
async function serve(): Promise<void> {
  const version = await trainTitanic(product);
  await product.graphql(
    'mutation P($version: Int!) { promoteVersion(model: "titanic", version: $version) { __typename } }',
    { version },
  );
}

const cursor = (id: string) => Buffer.from(`GPC:S:${id}`, "latin1").toString("base64");

/** Text that PostgreSQL refuses outright, and cursors that become such text when they are decoded. */
const hostile = [
  "a\0b",
  "\0",
  "a\ud800",
  "\udc00b",
  cursor("a\0b"),
  cursor("\0"),
  cursor("\xff\xfe"),
  cursor("\xed\xa0\x80"),
];

type Input = GraphQLArgument | GraphQLInputField;

/** A value that an input would take, so that what is tried next to it is reached. */
function benign(input: Input): unknown {
  const type = getNamedType(input.type);
  if (isInputObjectType(type)) {
    return Object.fromEntries(
      Object.values(type.getFields())
        .filter(isRequiredInputField)
        .map((field) => [field.name, benign(field)]),
    );
  }
  switch (type.name) {
    case "Int":
    case "Float":
      return 1;
    case "JSON":
      return {};
    case "ID":
      return "0196f7a2-7a52-7b43-8a4c-3c2f6f4f4b11";
    default:
      return "titanic";
  }
}

/** Every value of the input with the text in each place, one at a time, that holds text: keys and values of JSON too. */
function* poisoned(input: Input, text: string): Generator<unknown> {
  const type = getNamedType(input.type);
  if (isInputObjectType(type)) {
    for (const field of Object.values(type.getFields())) {
      for (const value of poisoned(field, text)) yield { ...(benign(input) as object), [field.name]: value };
    }
  } else if (type.name === "JSON") {
    yield text;
    yield { [text]: text };
    yield { sex: text, choice: text, confirm: text, pclass: [text] };
  } else if (type.name === "ID" || type.name === "String") yield text;
}

function selectionOf(field: GraphQLField<unknown, unknown>): string {
  const type = getNamedType(field.type);
  if (isLeafType(type)) return "";
  if (isUnionType(type)) return "{ __typename ... on Error { code message } }";
  if (!isObjectType(type)) return "{ __typename }";
  const fields = type.getFields();
  if (fields.nodes) return "{ nodes { __typename } totalCount }";
  const leaf = Object.values(fields).find((each) => isLeafType(getNamedType(each.type)) && each.args.length === 0);
  return leaf ? `{ ${leaf.name} }` : "{ __typename }";
}

interface Attempt {
  name: string;
  query: string;
  variables: Record<string, unknown>;
}

function attemptsOf(kind: "query" | "mutation", field: GraphQLField<unknown, unknown>): Attempt[] {
  const attempts: Attempt[] = [];
  for (const argument of field.args) {
    for (const text of hostile) {
      for (const value of poisoned(argument, text)) {
        const used = field.args.filter((other) => other === argument || isRequiredArgument(other));
        const declared = used.map((other) => `$${other.name}: ${other.type}`).join(", ");
        const passed = used.map((other) => `${other.name}: $${other.name}`).join(", ");
        attempts.push({
          name: `${field.name} ${argument.name}=${JSON.stringify(value)}`,
          query: `${kind} Q(${declared}) { ${field.name}(${passed}) ${selectionOf(field)} }`,
          variables: Object.fromEntries(used.map((other) => [other.name, other === argument ? value : benign(other)])),
        });
      }
    }
  }
  return attempts;
}

/** The same with the values in the document: a door that looks at variables alone would let these pass. */
function asLiterals({ name, query, variables }: Attempt): Attempt {
  const literal = (value: unknown): string =>
    Array.isArray(value)
      ? `[${value.map(literal).join(", ")}]`
      : value !== null && typeof value === "object"
        ? `{ ${Object.entries(value)
            .filter(([key]) => /^\w+$/.test(key))
            .map(([key, item]) => `${key}: ${literal(item)}`)
            .join(", ")} }`
        : // The lexer refuses escapes of lone surrogates by itself; as they are, they come through.
          JSON.stringify(value).replace(/\\u(d[89a-f]\w\w)/gi, (_match, hex) =>
            String.fromCharCode(Number.parseInt(hex, 16)),
          );
  const written = query
    .replace(/ Q\([^)]*\)/, "")
    .replace(/: \$(\w+)/g, (_match, variable) => `: ${literal(variables[variable])}`);
  return { name: `${name} in the document`, query: written, variables: {} };
}

const operations = [
  ...Object.values(schema.getQueryType()?.getFields() ?? {}).map((field) => attemptsOf("query", field)),
  ...Object.values(schema.getMutationType()?.getFields() ?? {}).map((field) => attemptsOf("mutation", field)),
]
  .filter((attempts) => attempts.length > 0)
  .map((attempts) => [attempts[0]?.name.split(" ")[0] ?? "", attempts] as const);

async function withoutFault({ name, query, variables }: Attempt): Promise<void> {
  const { status, errors = [] } = await product.graphql(query, variables);
  const faults = errors.filter(({ extensions }) => extensions?.code === "INTERNAL_SERVER_ERROR");
  expect({ name, faults, failed: status >= 500 }).toEqual({ name, faults: [], failed: false });
}

describe("text that PostgreSQL can't hold is no fault, wherever it comes in", () => {
  it("is tried on every operation that takes text", () => {
    expect(operations.map(([name]) => name)).toEqual(
      expect.arrayContaining([
        "interpret",
        "models",
        "model",
        "threads",
        "turn",
        "auditLog",
        "chat",
        "answer",
        "predict",
      ]),
    );
    expect(operations.length).toBeGreaterThan(18);
  });

  it.each(operations)("%s", async (_name, attempts) => {
    for (const attempt of attempts) {
      await withoutFault(attempt);
      await withoutFault(asLiterals(attempt));
    }
  });

  it("puts a version into production again, since a comment may be any text: what had one was done", serve);

  it("in the pages of a thread's turns and a model's versions", async () => {
    const { threadId, say } = conversationOf(product);
    await say("help");
    for (const text of hostile) {
      for (const page of ["first: 1, after: $c", "last: 1, before: $c"]) {
        const query = `query T($id: ID!, $c: String) { thread(id: $id) { turns(${page}) { nodes { id } } } }`;
        const { errors } = await product.graphql(query, { id: threadId, c: text });
        expect(errors?.[0]?.extensions?.code).toBe("INVALID_INPUT");
      }
      const query = 'query M($c: String) { model(name: "titanic") { versions(first: 1, after: $c) { nodes { id } } } }';
      const { errors } = await product.graphql(query, { c: text });
      expect(errors?.[0]?.extensions?.code).toBe("INVALID_INPUT");
    }
  });

  it("in the answer to a question that waits", async () => {
    const { say, answer } = conversationOf(product);
    const asked = await say("a woman in third class");
    expect(asked.kind).toBe("MISSING_INPUTS");
    for (const text of hostile.slice(0, 4)) {
      for (const values of [{ embarked: text }, { [text]: "S" }, { embarked: "S", age_group: [text] }]) {
        expect(await answer(asked.pending.id, values)).toMatchObject({ code: "INVALID_INPUT" });
      }
    }
    expect((await answer(asked.pending.id, { embarked: "S", age_group: "adult" })).kind).toBe("PREDICTION");
  });

  it("in subscriptions", async () => {
    for (const text of hostile) {
      for (const query of [
        "subscription S($id: ID!) { chatReply(threadId: $id) { seq } }",
        "subscription S($id: ID!) { trainingProgress(runId: $id) { seq } }",
      ]) {
        const [answer] = await product.subscribe(query, { id: text }, () => true);
        expect(answer.errors[0].extensions.code).toBe("INVALID_INPUT");
      }
    }
  });

  it("in a model's events, which stream on", async () => {
    const end = new AbortController();
    const streams = await Promise.all(
      hostile.slice(0, 4).map(async (model) => {
        const response = await fetch(product.url, {
          method: "POST",
          headers: { "content-type": "application/json", accept: "text/event-stream" },
          body: JSON.stringify({
            query: "subscription S($model: String) { modelEvents(model: $model) { seq } }",
            variables: { model },
          }),
          signal: end.signal,
        });
        const seen: string[] = [];
        const reading = (async () => {
          for await (const chunk of response.body ?? []) seen.push(Buffer.from(chunk).toString());
        })().catch(() => {});
        return { seen, reading };
      }),
    );
    // Events of another name wake the streams, which read the table for their own.
    await trainTitanic(product, { seed: 3 });
    end.abort();
    for (const { seen, reading } of streams) {
      await reading;
      expect(seen.join("")).not.toContain("errors");
    }
  });

  it("and the audit log is whole afterwards", async () => {
    const { data } = await product.graphql("{ verifyAuditLog { valid reason } }");
    expect(data?.verifyAuditLog).toEqual({ valid: true, reason: null });
  });
});
