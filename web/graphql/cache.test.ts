import { readFileSync } from "node:fs";
import { cacheExchange } from "@urql/exchange-graphcache";
import { buildSchema, isAbstractType, isObjectType } from "graphql";
import { createClient, type Exchange, gql, makeResult } from "urql";
import { expect, test } from "vitest";
import { filter, fromArray, fromValue, map, mergeMap, pipe, share } from "wonka";
import { cacheOptions } from "./cache.ts";

const schema = buildSchema(readFileSync(new URL("../../api/doors/graphql/schema.graphql", import.meta.url), "utf8"));

test("each type of the schema has an id, or is known to have none", () => {
  const known = new Set(Object.keys(cacheOptions.keys ?? {}));
  const roots = new Set(["Query", "Mutation", "Subscription"]);
  const unknown = Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !type.name.startsWith("__") && !roots.has(type.name))
    .filter((type) => isObjectType(type) && !("id" in type.getFields()) && !known.has(type.name))
    .map((type) => type.name);
  expect(unknown).toEqual([]);
});

test("the members of Card and Error are those of the schema", () => {
  for (const name of ["Card", "Error"]) {
    const type = schema.getType(name);
    const members = isAbstractType(type) ? schema.getPossibleTypes(type).map((member) => member.name) : [];
    expect(new Set(cacheOptions.possibleTypes?.[name])).toEqual(new Set(members));
  }
});

const ThreadQuery = gql`
  query Thread {
    thread(id: "t") {
      __typename
      id
      turns(last: 50) {
        __typename
        nodes {
          __typename
          id
          createdAt
        }
      }
    }
  }
`;
const TurnQuery = gql`
  query Turn($id: ID!) {
    turn(id: $id) {
      __typename
      id
      threadId
      createdAt
    }
  }
`;

const turnOf = (id: string, createdAt: string) => ({ __typename: "ChatTurn", id, threadId: "t", createdAt });

test("a turn that is read by itself joins its thread once, at the end; an earlier one keeps its place", async () => {
  const answers: Record<string, object> = {
    Thread: {
      thread: {
        __typename: "ChatThread",
        id: "t",
        turns: { __typename: "ChatTurnConnection", nodes: [turnOf("b", "2026-01-02T00:00:00Z")] },
      },
    },
    a: { turn: turnOf("a", "2026-01-01T00:00:00Z") },
    c: { turn: turnOf("c", "2026-01-03T00:00:00Z") },
  };
  const server: Exchange = () => (operations) =>
    pipe(
      operations,
      filter(({ kind }) => kind === "query"),
      map((operation) => {
        const { id } = { id: undefined, ...operation.variables };
        return makeResult(operation, { data: answers[typeof id === "string" ? id : "Thread"] ?? null });
      }),
      share,
    );
  const client = createClient({ url: "/", preferGetMethod: false, exchanges: [cacheExchange(cacheOptions), server] });
  await client.query(ThreadQuery, {}).toPromise();
  for (const id of ["c", "a", "c"])
    await client.query(TurnQuery, { id }, { requestPolicy: "network-only" }).toPromise();
  const { data } = await client.query(ThreadQuery, {}, { requestPolicy: "cache-only" }).toPromise();
  expect(data.thread.turns.nodes.map(({ id }: { id: string }) => id)).toEqual(["b", "c"]);
});

const ThreadsQuery = gql`
  query Threads {
    threads(first: 30) {
      __typename
      nodes {
        __typename
        id
      }
    }
  }
`;
const ReplySubscription = gql`
  subscription Reply {
    chatReply(threadId: "t") {
      __typename
      type
    }
  }
`;

test("the list of threads is read anew when a turn has ended, and only then", async () => {
  const asked: string[] = [];
  const server: Exchange = () => (operations) =>
    pipe(
      operations,
      filter(({ kind }) => kind !== "teardown"),
      mergeMap((operation) => {
        asked.push(operation.kind);
        if (operation.kind === "query") {
          const nodes = asked.length === 1 ? [] : [{ __typename: "ChatThread", id: "t" }];
          return fromValue(makeResult(operation, { data: { threads: { __typename: "ChatThreadConnection", nodes } } }));
        }
        const events = ["TURN_STARTED", "TOKEN", "TURN_COMPLETED"].map((type) => ({ __typename: "ChatEvent", type }));
        return fromArray(events.map((chatReply) => makeResult(operation, { data: { chatReply } })));
      }),
      share,
    );
  const client = createClient({ url: "/", preferGetMethod: false, exchanges: [cacheExchange(cacheOptions), server] });
  const seen: unknown[] = [];
  const list = client.query(ThreadsQuery, {}).subscribe(({ data }) => seen.push(data.threads.nodes.length));
  const events = client.subscription(ReplySubscription, {}).subscribe(() => {});
  await client.query(ThreadsQuery, {}).toPromise();
  expect(asked).toEqual(["query", "subscription", "query"]);
  expect([seen[0], seen.at(-1)]).toEqual([0, 1]);
  events.unsubscribe();
  list.unsubscribe();
});
