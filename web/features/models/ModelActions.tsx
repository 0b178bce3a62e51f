"use client";

import { lazy, memo, Suspense } from "react";
import { type FragmentType, graphql, readFragment } from "../../gql/index.ts";
import { Button } from "../../ui/Button.tsx";
import { useViewer } from "../identity/use-viewer.ts";
import styles from "./models.module.css";
import { useAsked } from "./use-asked.ts";

export const ModelActions_model = graphql(`
  fragment ModelActions_model on Model {
    id
    name
    description
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
const DescribeDialog = lazy(() => import("./DescribeDialog.tsx"));
const RemoveDialog = lazy(() => import("./RemoveDialog.tsx"));

/** What can be done with the whole model. */
export const ModelActions = memo(function ModelActions(props: { model: FragmentType<typeof ModelActions_model> }) {
  const { name, description, versions } = readFragment(ModelActions_model, props.model);
  const rollback = useAsked();
  const describe = useAsked();
  const remove = useAsked();
  const { may } = useViewer();
  if (!may("models:write") && !may("models:remove")) {
    return <p className={styles.muted}>You may look at this model, not change it.</p>;
  }
  // What was in production, and no longer is: where there is none, nothing can be rolled back.
  const earlier = versions.nodes.some(({ stage, promotedAt }) => stage !== "PRODUCTION" && promotedAt);
  return (
    <div className={styles.rowActions}>
      {earlier && may("models:write") && <Button onClick={rollback.ask}>Roll back</Button>}
      {may("models:write") && <Button onClick={describe.ask}>Describe</Button>}
      {may("models:remove") && <Button onClick={remove.ask}>Remove</Button>}
      {rollback.wanted && (
        <Suspense>
          <RollbackDialog open={rollback.open} model={name} onClose={rollback.close} />
        </Suspense>
      )}
      {describe.wanted && (
        <Suspense>
          <DescribeDialog open={describe.open} model={name} description={description} onClose={describe.close} />
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
