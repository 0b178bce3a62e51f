import { createRequest, formatDocument, stringifyDocument } from "@urql/core";
import type { DocumentNode } from "graphql";
import { headers } from "next/headers";
import type { TypedDocumentString } from "../gql/graphql.ts";
import { oneLine } from "./one-line.ts";
import type { Seed } from "./seeds.ts";

/** How the process that renders asks the API. Handed over by it, since nothing that is bundled can be told by an import. */
type AskApi = (operation: { body: string; asked: Headers; signal: AbortSignal }) => Promise<unknown>;

const askApiKey = Symbol.for("modelwright.ask-api");
const surroundings = globalThis as { [askApiKey]?: AskApi };

/** A page is worth waiting for this long; then it comes without, and the browser reads. */
const patienceMs = 500;

/** An operation that a page begins with. */
export interface First {
  key: number;
  body: string;
}

/** The operation that a component sends in the browser, if these are its own document and the very same variables. */
export function first<Result, Variables extends Record<string, unknown>>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
): First {
  const { key, query } = createRequest(oneLine(document.toString()), variables);
  // The cache needs to know of which type everything is.
  const text = stringifyDocument(formatDocument(query) as DocumentNode);
  return { key, body: JSON.stringify({ query: text, variables }) };
}

/**
 * Reads what a page shows first. What can't be read in time, or at all, is left out: then the page is a frame that the browser fills. So
 * is a page that the browser fetches while it goes from one to another: it has a cache, and reads what is not in it.
 */
export async function readFirst(...operations: readonly First[]): Promise<Seed[]> {
  const asked = await headers();
  const askApi = surroundings[askApiKey];
  if (!askApi || asked.get("sec-fetch-dest") === "empty") return [];
  const signal = AbortSignal.timeout(patienceMs);
  const seeds = operations.map(async ({ key, body }): Promise<Seed[]> => {
    const result = await askApi({ body, asked, signal }).catch(() => undefined);
    return hasData(result) ? [[key, JSON.stringify(result.data)]] : [];
  });
  return (await Promise.all(seeds)).flat();
}

/** What was read of an operation; undefined where it was left out. */
export function seedOf<Result>({ key }: First, seeds: readonly Seed[]): Result | undefined {
  const seed = seeds.find(([each]) => each === key);
  return seed && (JSON.parse(seed[1]) as Result);
}

/** A result with errors is the browser's to read again, and to tell of. */
function hasData(result: unknown): result is { data: object } {
  return (
    typeof result === "object" && result !== null && "data" in result && result.data !== null && !("errors" in result)
  );
}
