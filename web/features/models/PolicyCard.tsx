"use client";

import { lazy, memo, Suspense } from "react";
import { type FragmentType, graphql, readFragment } from "../../gql/index.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Time } from "../../ui/Time.tsx";
import { useViewer } from "../identity/use-viewer.ts";
import styles from "./models.module.css";
import { policyInWords } from "./policy-words.ts";
import { useAsked } from "./use-asked.ts";

export const PolicyCard_model = graphql(`
  fragment PolicyCard_model on Model {
    id
    name
    task
    policy {
      approvals
      changedAt
      changedBy
      description
      metrics {
        name
        atLeast
        atMost
      }
      notWorse {
        metric
        tolerance
      }
      parity
      revision
    }
  }
`);

const PolicyDialog = lazy(() => import("./PolicyDialog.tsx"));

/** What a version must hold to be promoted, and whether a second person has to agree. */
export const PolicyCard = memo(function PolicyCard(props: { model: FragmentType<typeof PolicyCard_model> }) {
  const { name, task, policy } = readFragment(PolicyCard_model, props.model);
  const change = useAsked();
  const { may } = useViewer();
  const asked = policyInWords(policy);
  return (
    <Card
      title="Policy"
      aside={
        may("models:policy") && (
          <Button small aria-label="Change the policy" onClick={change.ask}>
            Change
          </Button>
        )
      }
    >
      <div className={styles.stack}>
        {asked.length === 0 ? (
          <p className={styles.muted}>
            Nothing more is asked of a version than that it can answer, and beats its baseline.
          </p>
        ) : (
          <>
            <p className={styles.muted}>To be promoted, of a version is asked:</p>
            <ul className={styles.asked}>
              {asked.map((each) => (
                <li key={each}>{each}</li>
              ))}
            </ul>
          </>
        )}
        {policy.changedAt && (
          <p className={styles.muted}>
            Set <Time at={policy.changedAt} /> by {policy.changedBy}
          </p>
        )}
      </div>
      {change.wanted && (
        <Suspense>
          <PolicyDialog open={change.open} model={name} task={task} policy={policy} onClose={change.close} />
        </Suspense>
      )}
    </Card>
  );
});
