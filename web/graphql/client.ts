import { cacheExchange } from "@urql/exchange-graphcache";
import { type Client, createClient, fetchExchange, subscriptionExchange } from "urql";
import { browserSurroundings } from "./browser-surroundings.ts";
import { cacheOptions } from "./cache.ts";
import { followStream } from "./resuming-stream.ts";

/**
 * The GraphQL client. In the browser: normalised cache, plain fetch, subscriptions that resume. While a page is rendered on the
 * server nothing is asked: the shell is rendered there, the data in the browser.
 */
export function makeClient(): Client {
  if (typeof window === "undefined") {
    return createClient({ url: "/graphql", preferGetMethod: false, exchanges: [] });
  }
  return createClient({
    url: "/graphql",
    preferGetMethod: false,
    exchanges: [
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
