import { type Page, type Paged, tokenAfter } from "../../tracking/pages.ts";

/** A page of a list that is read by places, as a connection: each cursor is the token of what comes behind. */
export function tokenConnection<Node>({ offset }: Page, { items, next }: Paged<Node>) {
  const edges = items.map((node, index) => ({ cursor: tokenAfter(offset + index + 1), node }));
  return {
    edges,
    pageInfo: {
      hasNextPage: next !== null,
      hasPreviousPage: offset > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
