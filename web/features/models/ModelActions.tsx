"use client";

import { lazy, memo, Suspense } from "react";
import { type FragmentType, graphql, readFragment } from "../../gql/index.ts";
import { Button } from "../../ui/Button.tsx";
import styles from "./models.module.css";
import { useAsked } from "./use-asked.ts";

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

const RollbackDialog = lazy(() => import("./RollbackDialog.tsx"));
const RemoveDialog = lazy(() => import("./RemoveDialog.tsx"));

/** What can be done with the whole model. */
export const ModelActions = memo(function ModelActions(props: { model: FragmentType<typeof ModelActions_model> }) {
  const { name, versions } = readFragment(ModelActions_model, props.model);
  const rollback = useAsked();
  const remove = useAsked();
  // What was in production, and no longer is: where there is none, nothing can be rolled back.
  const earlier = versions.nodes.some(({ stage, promotedAt }) => stage !== "PRODUCTION" && promotedAt);
  return (
    <div className={styles.rowActions}>
      {earlier && <Button onClick={rollback.ask}>Roll back</Button>}
      <Button onClick={remove.ask}>Remove</Button>
      {rollback.wanted && (
        <Suspense>
          <RollbackDialog open={rollback.open} model={name} onClose={rollback.close} />
        </Suspense>
      )}
      {remove.wanted && (
        <Suspense>
          <RemoveDialog open={remove.open} model={name} onClose={remove.close} />
        </Suspense>
      )}
    </div>
  );
});
