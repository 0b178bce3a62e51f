"use client";

import { memo, useState } from "react";
import { type FragmentType, graphql, readFragment } from "../../gql/index.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Time } from "../../ui/Time.tsx";
import styles from "./StageTimeline.module.css";
import { changeInWords } from "./stage-words.ts";

export const StageTimeline_model = graphql(`
  fragment StageTimeline_model on Model {
    id
    name
    stageHistory {
      id
      version
      to
      reason
      actor
      comment
      at
    }
  }
`);

/** Changes that are in sight at first. */
const shownAtFirst = 6;

/** What became of a model's versions, and by whom, the newest first. */
export const StageTimeline = memo(function StageTimeline(props: { model: FragmentType<typeof StageTimeline_model> }) {
  const { name, stageHistory } = readFragment(StageTimeline_model, props.model);
  const [all, setAll] = useState(false);
  const shown = all ? stageHistory : stageHistory.slice(0, shownAtFirst);
  return (
    <Card title="History">
      <ol className={styles.line} aria-label={`History of ${name}`}>
        {shown.map((change) => (
          <li key={change.id} className={styles.change} data-to={change.to}>
            <span>{changeInWords(change)}</span>
            <span className={styles.muted}>
              <Time at={change.at} /> by {change.actor}
            </span>
            {change.comment && <q className={styles.muted}>{change.comment}</q>}
          </li>
        ))}
      </ol>
      {shown.length < stageHistory.length && (
        <div className={styles.more}>
          <Button small onClick={() => setAll(true)}>
            Show all {stageHistory.length}
          </Button>
        </div>
      )}
    </Card>
  );
});
