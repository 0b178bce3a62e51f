import { z } from "zod";
import { mostFound } from "../../models/search/search-input.ts";
import { maxResults, optionalText, pageToken, repeated } from "./messages.ts";

/** A search in the registry, of models or of versions. */
export const registrySearch = z.object({
  filter: optionalText,
  max_results: maxResults(100, 200_000),
  order_by: repeated(z.string(), 10),
  page_token: pageToken,
});

/** Clients ask for more at a time than is given at once: they go on behind the page that they get. */
export function registryQuery({ filter, max_results, order_by, page_token }: z.output<typeof registrySearch>) {
  return { filter, orderBy: order_by, limit: Math.min(max_results, mostFound), after: page_token };
}
