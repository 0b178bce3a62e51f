"use client";

import { useState } from "react";
import { useClient, useMutation, useQuery } from "urql";
import { graphql } from "../../gql/index.ts";
import { failureText } from "../../graphql/failure.ts";
import { operation } from "../../graphql/operation.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { toast } from "../notifications/toast.ts";
import { undoBy } from "../notifications/undo-by.ts";
import type { ListedThread } from "./ThreadMenu.tsx";

const ThreadSizeQuery = operation(
  graphql(`
    query ThreadSize($id: ID!) {
      thread(id: $id) {
        id
        turns(last: 1) {
          totalCount
        }
      }
    }
  `),
);

const DeleteThreadMutation = operation(
  graphql(`
    mutation DeleteThread($id: ID!) {
      deleteThread(id: $id) {
        __typename
        ... on DeletedThread {
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

const RestoreThreadMutation = operation(
  graphql(`
    mutation RestoreThread($id: ID!) {
      restoreThread(id: $id) {
        __typename
        ... on ChatThread {
          id
          title
        }
        ... on Error {
          code
          message
        }
      }
    }
  `),
);

/** Says what goes with a conversation and what stays, and deletes it on a yes. */
export function DeleteThreadDialog(props: {
  open: boolean;
  thread: ListedThread;
  onClose: () => void;
  onDeleted: (id: string) => void;
}) {
  const { id, title } = props.thread;
  const [failure, setFailure] = useState<string>();
  const client = useClient();
  const [{ fetching }, remove] = useMutation(DeleteThreadMutation);
  const [{ data: read }] = useQuery({
    query: ThreadSizeQuery,
    variables: { id },
    pause: !props.open,
    requestPolicy: "network-only",
  });
  const close = () => {
    setFailure(undefined);
    props.onClose();
  };
  const confirm = async () => {
    setFailure(undefined);
    const { data, error } = await remove({ id });
    const result = data?.deleteThread;
    if (error) return setFailure(failureText(error));
    if (result && result.__typename !== "DeletedThread") return setFailure(result.message);
    toast("The conversation was deleted. It can be had back for an hour.", {
      undo: undoBy(client, RestoreThreadMutation, { id }, `“${title}” is back.`),
    });
    close();
    props.onDeleted(id);
  };
  const turns = read?.thread?.turns.totalCount;
  return (
    <Dialog
      open={props.open}
      title="Delete this conversation?"
      onClose={close}
      actions={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button look="danger" busy={fetching} onClick={confirm}>
            Delete
          </Button>
        </>
      }
    >
      {failure && <Notice tone="bad">{failure}</Notice>}
      <p>
        “<bdi>{title}</bdi>”, with {wholeOf(turns)}, is deleted. Its link leads nowhere then. For an hour you can have
        it back; after that nothing of it is kept.
      </p>
      <p>What was done in it stays done, and stays in the audit log with the sentences that asked for it.</p>
    </Dialog>
  );
}

function wholeOf(turns: number | undefined): string {
  if (turns === undefined) return "all of its messages and replies";
  return turns === 1 ? "its message and reply" : `its ${turns} messages and replies`;
}
