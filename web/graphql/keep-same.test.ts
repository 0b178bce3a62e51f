import { CombinedError, createClient, createRequest, type ExchangeInput, makeResult, type OperationResult } from "urql";
import { expect, test } from "vitest";
import { fromArray, map, pipe, subscribe } from "wonka";
import { keepSame, keepSameExchange } from "./keep-same.ts";

const thread = () => ({
  id: "t",
  title: "One",
  turns: [
    { id: "a", cards: [{ rows: [1, 2] }], pending: null },
    { id: "b", cards: [], pending: { status: "OPEN" } },
  ],
});

test("what is the same is the very same", () => {
  const known = thread();
  expect(keepSame(known, thread())).toBe(known);
});

test("what changed is new, with all around it; the rest is the very same", () => {
  const known = thread();
  const come = thread();
  come.turns[1] = { id: "b", cards: [], pending: { status: "ANSWERED" } };
  const kept = keepSame(known, come) as typeof known;
  expect(kept).toEqual(come);
  expect([kept === known, kept.turns === known.turns, kept.turns[1] === known.turns[1]]).toEqual([false, false, false]);
  expect([kept.turns[0] === known.turns[0], kept.turns[1]?.cards === known.turns[1]?.cards]).toEqual([true, true]);
});

test("what moved in a list is found again; what is gone, and what is new, is as it came", () => {
  const known = thread();
  const come = { ...thread(), turns: [thread().turns[1], { id: "c", cards: [], pending: null }] };
  const kept = keepSame(known, come) as typeof known;
  expect(kept).toEqual(come);
  expect([kept.turns[0] === known.turns[1], kept.turns === known.turns]).toEqual([true, false]);
});

test.each([
  [{ a: 1 }, { a: 1, b: 2 }],
  [{ a: 1, b: 2 }, { a: 1 }],
  [{ a: 1 }, { b: 1 }],
  [[1], [1, 2]],
  [[1, 2], [1]],
  [[], {}],
  [{ a: null }, { a: {} }],
  [{ a: {} }, { a: null }],
  [undefined, { a: 1 }],
  [{ a: undefined }, { b: undefined }],
])("of %j and %j the second is kept", (known, come) => {
  expect(keepSame(known, come)).toEqual(come);
  expect(Object.keys(keepSame(known, come) as object)).toEqual(Object.keys(come));
});

test("what was read stays when it can't be read again; of what was never read, or is refused, nothing is shown", () => {
  const client = createClient({ url: "http://localhost/graphql", preferGetMethod: false, exchanges: [] });
  const operation = (text: string) =>
    client.createRequestOperation("query", createRequest(text, {}), { requestPolicy: "network-only" });
  const [read, unread] = [operation("{ model }"), operation("{ other }")];
  const unreachable = new CombinedError({ networkError: new Error("away") });
  const refused = new CombinedError({ graphQLErrors: ["no"] });
  const come = [
    makeResult(read, { data: { model: "titanic" } }),
    { ...makeResult(read, { data: null }), data: undefined, error: unreachable },
    { ...makeResult(unread, { data: null }), data: undefined, error: unreachable },
    { ...makeResult(read, { data: null }), data: undefined, error: refused },
  ];
  const forward: ExchangeInput["forward"] = (operations) =>
    pipe(
      operations,
      map(() => come.shift() as OperationResult),
    );
  const seen: unknown[] = [];
  pipe(
    keepSameExchange({ client, forward, dispatchDebug: () => {} })(fromArray([read, read, unread, read])),
    subscribe(({ data, error }) => seen.push([data, error])),
  );
  expect(seen).toEqual([
    [{ model: "titanic" }, undefined],
    [{ model: "titanic" }, unreachable],
    [undefined, unreachable],
    [undefined, refused],
  ]);
});
