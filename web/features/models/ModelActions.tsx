"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useMutation } from "urql";
import { type FragmentType, graphql, readFragment } from "../../gql/index.ts";
import { operation } from "../../graphql/operation.ts";
import { Button } from "../../ui/Button.tsx";
import { Field, inputClass } from "../../ui/Field.tsx";
import { ActDialog } from "./ActDialog.tsx";
import styles from "./models.module.css";

export const ModelActions_model = graphql(`
  fragment ModelActions_model on Model {
    id
    name
    versions(first: 50) {
      nodes {
        id
        stage
        promotedAt
      }
    }
  }
`);

const RollbackMutation = operation(
  graphql(`
    mutation Rollback($model: String!, $planDigest: String!) {
      rollback(model: $model, planDigest: $planDigest) {
        __typename
        ... on ModelVersion {
          id
          version
          stage
        }
        ... on Error {
          code
          message
        }
      }
    }
  `),
);

const RemoveMutation = operation(
  graphql(`
    mutation RemoveModel($name: String!, $confirmName: String!, $planDigest: String!) {
      removeModel(name: $name, confirmName: $confirmName, planDigest: $planDigest) {
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

/** What can be done with the whole model. */
export function ModelActions(props: { model: FragmentType<typeof ModelActions_model> }) {
  const model = readFragment(ModelActions_model, props.model);
  const router = useRouter();
  const [asked, setAsked] = useState<"rollback" | "remove">();
  const [typed, setTyped] = useState("");
  const [, rollback] = useMutation(RollbackMutation);
  const [, remove] = useMutation(RemoveMutation);
  const close = () => {
    setAsked(undefined);
    setTyped("");
  };
  // What was in production, and no longer is: where there is none, nothing can be rolled back.
  const earlier = model.versions.nodes.some(({ stage, promotedAt }) => stage !== "PRODUCTION" && promotedAt);
  return (
    <div className={styles.rowActions}>
      {earlier && <Button onClick={() => setAsked("rollback")}>Roll back</Button>}
      <Button onClick={() => setAsked("remove")}>Remove</Button>
      <ActDialog
        open={asked === "rollback"}
        action="ROLLBACK"
        model={model.name}
        title={`Roll ${model.name} back?`}
        confirm="Roll back"
        done={`${model.name} was rolled back.`}
        act={async (planDigest) => {
          const { data, error } = await rollback({ model: model.name, planDigest });
          return { result: data?.rollback, error };
        }}
        onClose={close}
      />
      <ActDialog
        open={asked === "remove"}
        action="REMOVE_MODEL"
        model={model.name}
        title={`Remove ${model.name}?`}
        confirm="Remove"
        danger
        blocked={typed !== model.name}
        done={`${model.name} was removed.`}
        act={async (planDigest) => {
          const { data, error } = await remove({ name: model.name, confirmName: typed, planDigest });
          return { result: data?.removeModel, error };
        }}
        onDone={() => router.push("/models")}
        onClose={close}
      >
        <Field label={`Type ${model.name} to remove it`}>
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
    </div>
  );
}
