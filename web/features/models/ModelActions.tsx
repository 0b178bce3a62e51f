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
    production {
      id
      version
    }
    versions(first: 50) {
      totalCount
    }
  }
`);

const RollbackMutation = operation(
  graphql(`
    mutation Rollback($model: String!) {
      rollback(model: $model) {
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
    mutation RemoveModel($name: String!, $confirmName: String!) {
      removeModel(name: $name, confirmName: $confirmName) {
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
  const versions = model.versions.totalCount;
  return (
    <div className={styles.rowActions}>
      <Button onClick={() => setAsked("rollback")}>Roll back</Button>
      <Button onClick={() => setAsked("remove")}>Remove</Button>
      <ActDialog
        open={asked === "rollback"}
        title={`Roll ${model.name} back?`}
        effects={[
          "The version that was in production before goes back into production.",
          ...(model.production ? [`Version ${model.production.version} leaves production.`] : []),
        ]}
        confirm="Roll back"
        done={`${model.name} was rolled back.`}
        act={async () => {
          const { data, error } = await rollback({ model: model.name });
          return { result: data?.rollback, error };
        }}
        onClose={close}
      />
      <ActDialog
        open={asked === "remove"}
        title={`Remove ${model.name}?`}
        effects={[
          `The model and its ${versions} ${versions === 1 ? "version" : "versions"} are taken out of the registry.`,
          ...(model.production ? ["Predictions of it are no longer answered."] : []),
          "The audit log keeps what was done with it.",
        ]}
        confirm="Remove"
        danger
        blocked={typed !== model.name}
        done={`${model.name} was removed.`}
        act={async () => {
          const { data, error } = await remove({ name: model.name, confirmName: typed });
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
