"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useClient, useMutation } from "urql";
import { graphql } from "../../gql/index.ts";
import { operation } from "../../graphql/operation.ts";
import { Field, inputClass } from "../../ui/Field.tsx";
import { undoBy } from "../notifications/undo-by.ts";
import { ActDialog } from "./ActDialog.tsx";
import { RestoreModelMutation } from "./registry-mutations.ts";

const RemoveMutation = operation(
  graphql(`
    mutation RemoveModel($name: String!, $confirmName: String!, $planDigest: String!, $comment: String) {
      removeModel(name: $name, confirmName: $confirmName, planDigest: $planDigest, comment: $comment) {
        __typename
        ... on RemovedModel {
          name
          versions
        }
        ... on Error {
          code
          message
        }
      }
    }
  `),
);

/** Shows what removing a model takes away, and does exactly that when its name is typed and it is confirmed. */
export default function RemoveDialog({ open, model, onClose }: { open: boolean; model: string; onClose: () => void }) {
  const router = useRouter();
  const [typed, setTyped] = useState("");
  const client = useClient();
  const [, remove] = useMutation(RemoveMutation);
  return (
    <ActDialog
      open={open}
      action="REMOVE_MODEL"
      model={model}
      title={`Remove ${model}?`}
      confirm="Remove"
      danger
      blocked={typed !== model}
      done={`${model} was removed. It can be restored for a time.`}
      undo={undoBy(
        client,
        RestoreModelMutation,
        { name: model },
        `${model} is back. No version of it is in production.`,
      )}
      act={async (planDigest, comment) => {
        const { data, error } = await remove({ name: model, confirmName: typed, planDigest, comment });
        return { result: data?.removeModel, error };
      }}
      onDone={() => router.push("/models")}
      onClose={() => {
        setTyped("");
        onClose();
      }}
    >
      <Field label={`Type ${model} to remove it`}>
        {(ids) => (
          <input
            {...ids}
            className={inputClass}
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
    </ActDialog>
  );
}
