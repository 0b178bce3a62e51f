import { cacheExchange } from "@urql/exchange-graphcache";
import { type Client, createClient, type Exchange, fetchExchange, subscriptionExchange } from "urql";
import { cacheOptions } from "./cache.ts";
import { send } from "./connection.ts";
import { follow } from "./follow.ts";
import { keepSameExchange } from "./keep-same.ts";
import { readAnewExchange } from "./read-anew.ts";
import { openSeeds, type Seeds } from "./seeds.ts";

/** Takes operations and answers none. Without an exchange at the end urql takes a mistake for the cause, and says so for each. */
const unanswered: Exchange = () => () => () => {};

/**
 * The GraphQL client, and what was read for the page before it was sent. In the browser: normalised cache, plain fetch, subscriptions that
 * resume. While a page is rendered on the server nothing more is asked: the rest is read in the browser.
 */
export function makeClient(): { client: Client; seeds: Seeds } {
  const isBrowser = typeof window !== "undefined";
  const seeds = openSeeds(isBrowser);
  if (!isBrowser) {
    const exchanges = [seeds.exchange, unanswered];
    return { client: createClient({ url: "/graphql", preferGetMethod: false, exchanges }), seeds };
  }
  const client = createClient({
    url: "/graphql",
    fetch: send,
    preferGetMethod: false,
    exchanges: [
      readAnewExchange,
      keepSameExchange,
      cacheExchange(cacheOptions),
      seeds.exchange,
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: ({ query = "", variables = {} }) => ({
          subscribe(sink) {
            const stop = new AbortController();
            void follow(
              { query, variables },
              {
                next: ({ data = null, errors }) => sink.next({ data, ...(errors ? { errors } : {}) }),
                refused: (message) => sink.error(new Error(message)),
              },
              stop.signal,
            );
            return { unsubscribe: () => stop.abort() };
          },
        }),
      }),
    ],
  });
  return { client, seeds };
}
