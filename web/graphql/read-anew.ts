import type { Exchange, Operation } from "urql";
import { pipe, tap } from "wonka";

/** Asks the server again for everything that is on the page. What was read before stays until then. */
export let readAnew = (): void => {};

/** Knows what is on the page. */
export const readAnewExchange: Exchange = ({ client, forward }) => {
  const queries = new Map<number, Operation>();
  readAnew = () => {
    for (const query of queries.values()) {
      client.reexecuteOperation(client.createRequestOperation("query", query, { requestPolicy: "cache-and-network" }));
    }
  };
  return (operations) =>
    forward(
      pipe(
        operations,
        tap((operation) => {
          if (operation.kind === "query") queries.set(operation.key, operation);
          else if (operation.kind === "teardown") queries.delete(operation.key);
        }),
      ),
    );
};
