"use client";

import { type FormEvent, useId, useState } from "react";
import { useMutation } from "urql";
import { graphql } from "../../gql/index.ts";
import { failureText } from "../../graphql/failure.ts";
import { operation } from "../../graphql/operation.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Field, inputClass } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { ListedThread } from "./ThreadMenu.tsx";

const RenameThreadMutation = operation(
  graphql(`
    mutation RenameThread($id: ID!, $title: String!) {
      renameThread(id: $id, title: $title) {
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

/** The longest title that the server takes. */
const longestTitle = 120;

/** Asks for another title. */
export function RenameThreadDialog(props: { open: boolean; thread: ListedThread; onClose: () => void }) {
  const { thread } = props;
  const formId = useId();
  const [typed, setTyped] = useState<string>();
  const [failure, setFailure] = useState<string>();
  const [{ fetching }, rename] = useMutation(RenameThreadMutation);
  const title = typed ?? thread.title;
  const close = () => {
    setTyped(undefined);
    setFailure(undefined);
    props.onClose();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (fetching) return;
    setFailure(undefined);
    const { data, error } = await rename({ id: thread.id, title });
    const result = data?.renameThread;
    if (error) return setFailure(failureText(error));
    if (result && result.__typename !== "ChatThread") return setFailure(result.message);
    close();
  };
  return (
    <Dialog
      open={props.open}
      title="Rename the conversation"
      onClose={close}
      actions={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button type="submit" form={formId} look="primary" busy={fetching} disabled={title.trim() === ""}>
            Rename
          </Button>
        </>
      }
    >
      {failure && <Notice tone="bad">{failure}</Notice>}
      <form id={formId} onSubmit={submit}>
        <Field label="Title">
          {(ids) => (
            <input
              {...ids}
              className={inputClass}
              autoComplete="off"
              maxLength={longestTitle}
              value={title}
              onFocus={(event) => event.target.select()}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
