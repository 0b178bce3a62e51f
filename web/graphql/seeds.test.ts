import { createClient, type Exchange, makeResult, type RequestPolicy } from "urql";
import { expect, test } from "vitest";
import { map, pipe, tap } from "wonka";
import { pickDocument } from "../build/inline-documents.ts";
import { TypedDocumentString } from "../gql/graphql.ts";
import { operation } from "./operation.ts";
import { first } from "./read-first.ts";
import { openSeeds } from "./seeds.ts";

const text = `
  query Model($name: String!) {
    model(name: $name) {
      id
    }
  }
`;
const onServer = new TypedDocumentString<object, { name: string }>(text);
/** As the build puts it into what is shipped. */
const shipped = pickDocument(`export const ModelDocument = new TypedDocumentString(\`${text}\`)`, "ModelDocument");
const inBrowser = operation(new TypedDocumentString<object, { name: string }>(JSON.parse(shipped.slice(15, -2))));

function open(once: boolean) {
  const seeds = openSeeds(once);
  const asked: RequestPolicy[] = [];
  const network: Exchange = () => (operations) =>
    pipe(
      operations,
      tap(({ kind, context }) => kind === "query" && asked.push(context.requestPolicy)),
      map((each) => makeResult(each, { data: { read: true } })),
    );
  const client = createClient({ url: "/", preferGetMethod: false, exchanges: [seeds.exchange, network] });
  const read = (name: string, requestPolicy: RequestPolicy = "cache-and-network") =>
    client.readQuery(inBrowser, { name }, { requestPolicy })?.data;
  return { seeds, asked, read };
}

const seedOf = (name: string) => [[first(onServer, { name }).key, JSON.stringify({ model: name })]] as const;

test("what the server read is found at once by the operation that the browser would send, and by no other", () => {
  const { seeds, asked, read } = open(true);
  seeds.sow(seedOf("titanic"));
  expect([read("cars"), read("titanic")]).toEqual([{ read: true }, { model: "titanic" }]);
  expect(asked).toEqual(["cache-and-network"]);
});

test("in the browser it is taken once, on the server by everybody who asks", () => {
  const browser = open(true);
  browser.seeds.sow(seedOf("titanic"));
  expect([browser.read("titanic"), browser.read("titanic")]).toEqual([{ model: "titanic" }, { read: true }]);
  const server = open(false);
  server.seeds.sow(seedOf("titanic"));
  expect([server.read("titanic"), server.read("titanic")]).toEqual([{ model: "titanic" }, { model: "titanic" }]);
});

test("who wants it anew gets it anew; and once the page is there, nothing that was read before it", () => {
  const { seeds, read } = open(true);
  seeds.sow(seedOf("titanic"));
  expect(read("titanic", "network-only")).toEqual({ read: true });
  seeds.close();
  seeds.sow(seedOf("titanic"));
  expect(read("titanic")).toEqual({ read: true });
});

test("the cache is told of which type everything is", () => {
  expect(JSON.parse(first(onServer, { name: "titanic" }).body)).toMatchObject({
    query: expect.stringMatching(/id\s+__typename/),
    variables: { name: "titanic" },
  });
});
