import { GraphQLError } from "graphql";
import { DomainError, UnavailableError } from "../../platform/errors.ts";
import { type Followed, follow } from "../../platform/follow.ts";
import { isOutage } from "../../platform/outage.ts";
import type { GraphQLContext } from "./context.ts";

/**
 * Opens a subscription's stream. When the database goes away it ends without being complete, so that the client comes back with the last
 * seq it saw, perhaps to another process; while the database is away none is opened.
 */
export async function openStream<T extends { seq: number }>(
  { services: { log }, endStream }: GraphQLContext,
  find: () => Followed<T> | Promise<Followed<T>>,
) {
  try {
    const followed = await find();
    // Once before it is opened: what can't be followed is refused, not ended.
    if (!followed.ended) await followed.read(followed.after);
    return follow(followed, (error) => {
      log.warn({ err: error }, "a stream ended since the database is away");
      endStream();
    });
  } catch (error) {
    if (error instanceof DomainError) throw refusal(error, 200);
    if (!isOutage(error)) throw error;
    log.warn({ err: error }, "a stream could not be opened since the database is away");
    const away =
      "The database is away for the moment. Subscribe again, `after` the last seq that you saw: nothing is lost.";
    throw refusal(new UnavailableError(away), 503);
  }
}

/** Yoga would call any error before the first event a fault of the server: a refusal is an answer, after which nobody need come back. */
function refusal({ message, code }: DomainError, status: 200 | 503): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status } } });
}
