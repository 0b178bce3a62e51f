"use client";

import { type FragmentType, graphql, readFragment } from "../../gql/index.ts";
import { Card } from "../../ui/Card.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { TrainingRunCard } from "./TrainingRunCard.tsx";

export const TrainingCard_card = graphql(`
  fragment TrainingCard_card on TrainingCard {
    runId
    run {
      id
      ...TrainingRunCard_run
    }
  }
`);

/** A training run in a reply. */
export function TrainingCard(props: { card: FragmentType<typeof TrainingCard_card> }) {
  const { run } = readFragment(TrainingCard_card, props.card);
  if (run) return <TrainingRunCard run={run} place="chat" />;
  return (
    <Card title="Training">
      <Notice>This training run is no longer there.</Notice>
    </Card>
  );
}
