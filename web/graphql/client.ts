import { cacheExchange } from "@urql/exchange-graphcache";
import { type Client, createClient, type Exchange, fetchExchange, subscriptionExchange } from "urql";
import { browserSurroundings } from "./browser-surroundings.ts";
import { cacheOptions } from "./cache.ts";
import { readAnewExchange } from "./read-anew.ts";
import { followStream } from "./resuming-stream.ts";

/** Takes operations and answers none. Without an exchange at the end urql takes a mistake for the cause, and says so for each. */
const unanswered: Exchange = () => () => () => {};

/**
 * The GraphQL client. In the browser: normalised cache, plain fetch, subscriptions that resume. While a page is rendered on the
 * server nothing is asked: the shell is rendered there, the data in the browser.
 */
export function makeClient(): Client {
  if (typeof window === "undefined") {
    return createClient({ url: "/graphql", preferGetMethod: false, exchanges: [unanswered] });
  }
  return createClient({
    url: "/graphql",
    preferGetMethod: false,
    exchanges: [
      readAnewExchange,
      cacheExchange(cacheOptions),
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: ({ query = "", variables = {} }) => ({
          subscribe(sink) {
            const stop = new AbortController();
            void followStream(
              { query, variables },
              {
                next: ({ data = null, errors }) => sink.next({ data, ...(errors ? { errors } : {}) }),
                refused: (message) => sink.error(new Error(message)),
              },
              browserSurroundings,
              stop.signal,
            );
            return { unsubscribe: () => stop.abort() };
          },
        }),
      }),
    ],
  });
}
