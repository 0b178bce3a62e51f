import type { Client } from "urql";
import { graphql } from "../../gql/index.ts";
import { failureText } from "../../graphql/failure.ts";
import { operation } from "../../graphql/operation.ts";

const StopReplyMutation = operation(
  graphql(`
    mutation StopReply($turnId: ID!) {
      stopReply(turnId: $turnId) {
        __typename
        ... on ChatTurn {
          id
        }
        ... on Error {
          code
          message
        }
      }
    }
  `),
);

/**
 * Stops the reply to a message; that it was stopped comes as an event, as any reply does.
 * @returns why it could not be stopped; nothing when it was, or when the reply was there first
 */
export async function stopReply(client: Client, turnId: string): Promise<string | undefined> {
  const { data, error } = await client.mutation(StopReplyMutation, { turnId }).toPromise();
  if (error) return failureText(error);
  const stopped = data?.stopReply;
  return stopped && "code" in stopped && stopped.code !== "CONFLICT" ? stopped.message : undefined;
}
