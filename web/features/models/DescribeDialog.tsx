"use client";

import { type FormEvent, useId, useState } from "react";
import { useClient } from "urql";
import { graphql } from "../../gql/index.ts";
import { operation } from "../../graphql/operation.ts";
import { problemOf } from "../../graphql/problem-of.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Field, inputClass } from "../../ui/Field.tsx";
import { toast } from "../notifications/toast.ts";
import { undoBy } from "../notifications/undo-by.ts";

const SetDescriptionMutation = operation(
  graphql(`
    mutation SetDescription($model: String!, $version: Int, $description: String!) {
      setDescription(model: $model, version: $version, description: $description) {
        __typename
        ... on Model {
          id
          description
        }
        ... on ModelVersion {
          id
          description
        }
        ... on Error {
          code
          message
        }
      }
    }
  `),
);

/** A model's or a version's description, to be written anew. The one before can be had back. */
export default function DescribeDialog(props: {
  open: boolean;
  model: string;
  version?: number;
  description: string;
  onClose: () => void;
}) {
  const { model, version = null, description: before } = props;
  const what = version === null ? model : `${model} version ${version}`;
  const client = useClient();
  const formId = useId();
  const [written, setWritten] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const close = () => {
    setWritten(undefined);
    setProblem(undefined);
    props.onClose();
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const description = (written ?? before).trim();
    if (description === before) return close();
    setBusy(true);
    const found = problemOf(await client.mutation(SetDescriptionMutation, { model, version, description }).toPromise());
    setBusy(false);
    if (found) return setProblem(found);
    const undo = undoBy(
      client,
      SetDescriptionMutation,
      { model, version, description: before },
      `The description of ${what} is as it was.`,
    );
    toast(`The description of ${what} is changed.`, { undo });
    close();
  };
  return (
    <Dialog
      open={props.open}
      title={`Describe ${what}`}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button type="submit" form={formId} look="primary" busy={busy}>
            Save
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={save}>
        <Field label="Description" hint="What it is for, and what to mind. Nothing takes it away." problem={problem}>
          {(ids) => (
            <textarea
              {...ids}
              className={inputClass}
              rows={5}
              value={written ?? before}
              onChange={({ target }) => setWritten(target.value)}
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
