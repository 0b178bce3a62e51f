import { useCallback, useRef, useState } from "react";
import { useClient } from "urql";
import { graphql } from "../../gql/index.ts";
import { failureText } from "../../graphql/failure.ts";
import { operation } from "../../graphql/operation.ts";
import { useThreadActions } from "./thread-actions.ts";

const AnswerMutation = operation(
  graphql(`
    mutation Answer($requestId: ID!, $values: JSON!) {
      answer(requestId: $requestId, values: $values) {
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
 * Answers a pending request from a form or a button, once at a time. `outcome`: whether the answer was taken, or came when the request was
 * closed already.
 */
export function useAnswer(requestId: string) {
  const client = useClient();
  const { refreshOpen } = useThreadActions();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const [outcome, setOutcome] = useState<"TAKEN" | "LATE">();
  const underway = useRef(false);
  const answer = useCallback(
    async (values: Record<string, string | number | boolean>) => {
      // A second click can come before the first one's state is on the screen.
      if (underway.current) return;
      underway.current = true;
      setBusy(true);
      setFailure(undefined);
      const { data, error } = await client.mutation(AnswerMutation, { requestId, values }).toPromise();
      if (error) setFailure(failureText(error));
      else if (data?.answer.__typename === "ChatTurn") setOutcome("TAKEN");
      else if (data) {
        setFailure(data.answer.message);
        if (data.answer.code === "CONFLICT") setOutcome("LATE");
      }
      refreshOpen();
      underway.current = false;
      setBusy(false);
    },
    [client, requestId, refreshOpen],
  );
  return { answer, busy, failure, outcome };
}
