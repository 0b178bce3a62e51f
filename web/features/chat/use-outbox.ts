import { useCallback, useEffect, useRef } from "react";
import { useClient } from "urql";
import { graphql } from "../../gql/index.ts";
import { connectionStore } from "../../graphql/connection.ts";
import { failureText, unreachableText } from "../../graphql/failure.ts";
import { operation } from "../../graphql/operation.ts";
import { mayPass } from "../../graphql/passing.ts";
import { waitToRetry } from "../../graphql/wait-to-retry.ts";
import { keepMessages, keptMessages } from "./kept-messages.ts";
import type { LiveAction } from "./live-turns.ts";
import { type Outbox, type OutgoingMessage, openOutbox, type SendResult } from "./outbox.ts";

const SendMutation = operation(
  graphql(`
    mutation Send($input: ChatInput!) {
      chat(input: $input) {
        __typename
        ... on ChatTurn {
          id
          threadId
          ...Turn_turn
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
 * Sends a thread's messages, and those again that could not be sent: by themselves after a while, and as soon as the connection is
 * back. `onKept` is told when there are messages from before a reload, `onGone` when the thread was deleted.
 */
export function useOutbox(
  threadId: string,
  dispatch: (action: LiveAction) => void,
  onKept: () => void,
  onGone: () => void,
) {
  const client = useClient();
  const outbox = useRef<Outbox>(null);
  const tell = useRef({ onKept, onGone });
  useEffect(() => {
    tell.current = { onKept, onGone };
  }, [onKept, onGone]);

  useEffect(() => {
    const send = async ({ turnId, message }: OutgoingMessage): Promise<SendResult> => {
      const { data, error } = await client.mutation(SendMutation, { input: { threadId, turnId, message } }).toPromise();
      if (error?.networkError) return { kind: "unreachable", problem: unreachableText() };
      if (error) return { kind: mayPass(error.graphQLErrors) ? "unreachable" : "refused", problem: failureText(error) };
      if (!data || data.chat.__typename === "ChatTurn") return { kind: "arrived" };
      if (data.chat.code === "NOT_FOUND") return { kind: "gone" };
      // The same turn again is the same turn: it is waited for once more.
      return { kind: data.chat.code === "UNAVAILABLE" ? "unreachable" : "refused", problem: data.chat.message };
    };
    const opened = openOutbox({
      send,
      backOff: waitToRetry,
      keep: (messages) => keepMessages(threadId, messages),
      onUnsent: ({ turnId }, problem, waiting) => dispatch({ type: "unsent", turnId, problem, waiting }),
      onGone: () => tell.current.onGone(),
    });
    outbox.current = opened;
    const kept = keptMessages(threadId);
    for (const message of kept) {
      dispatch({ type: "sent", ...message });
      opened.add(message);
    }
    if (kept.length > 0) tell.current.onKept();
    let seen = connectionStore.read().recoveries;
    const stopWatching = connectionStore.subscribe(() => {
      const { recoveries } = connectionStore.read();
      if (recoveries !== seen) opened.hurry();
      seen = recoveries;
    });
    return () => {
      stopWatching();
      opened.close();
    };
  }, [client, threadId, dispatch]);

  const post = useCallback(
    (message: OutgoingMessage) => {
      dispatch({ type: "sent", ...message });
      outbox.current?.add(message);
    },
    [dispatch],
  );
  return { post, arrived: useCallback((turnId: string) => outbox.current?.arrived(turnId), []) };
}
