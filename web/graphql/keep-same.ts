import type { Exchange } from "urql";
import { map, pipe } from "wonka";

/**
 * What was known, where what came says the same, part by part; what has an id is found again where it moved in a list. The cache makes all
 * of a result anew when it comes from the network, and everything that shows some of it would be rendered again for nothing.
 */
export function keepSame(known: unknown, come: unknown): unknown {
  if (known === come || !isObject(known) || !isObject(come) || Array.isArray(known) !== Array.isArray(come))
    return come;
  const kept: Record<string, unknown> = Array.isArray(come) ? ([] as never) : {};
  const names = Object.keys(come);
  let isSame = names.length === Object.keys(known).length;
  for (const name of names) {
    const part = come[name];
    let before = known[name];
    if (Array.isArray(known) && isObject(part) && "id" in part && !isOf(before, part.id))
      before = known.find((each) => isOf(each, part.id));
    kept[name] = keepSame(before, part);
    isSame &&= name in known && kept[name] === known[name];
  }
  return isSame ? known : kept;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

const isOf = (value: unknown, id: unknown) => isObject(value) && value.id === id;

/** Queries whose last result is remembered; a page has fewer. */
const mostRemembered = 50;

/** Gives each query's result as it was given before, as far as it is the same; all of it, where the network gave none this time. */
export const keepSameExchange: Exchange =
  ({ forward }) =>
  (operations) => {
    const given = new Map<number, unknown>();
    return pipe(
      forward(operations),
      map((result) => {
        const { key, kind } = result.operation;
        if (kind !== "query") return result;
        if (!result.data) return result.error?.networkError ? { ...result, data: given.get(key) } : result;
        const data = keepSame(given.get(key), result.data);
        if (given.size > mostRemembered) given.clear();
        given.set(key, data);
        return { ...result, data };
      }),
    );
  };
