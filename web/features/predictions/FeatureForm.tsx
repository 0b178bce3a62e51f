"use client";

import { type FormEvent, type ReactNode, useState } from "react";
import { type FragmentType, graphql, readFragment } from "../../gql/index.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { ClosedNotice, useIsOpen } from "../chat/ClosedNotice.tsx";
import { useAnswer } from "../chat/use-answer.ts";
import { FeatureFields } from "./FeatureFields.tsx";
import { readForm, textsOf } from "./feature-values.ts";
import styles from "./predictions.module.css";

export const FeatureForm_card = graphql(`
  fragment FeatureForm_card on FeatureForm {
    requestId
    model
    version
    values
    missing
    status
    features {
      name
      kind
      required
      min
      max
      integer
      ...FeatureFields_feature
    }
    weak {
      slot
      text
    }
  }
`);

/** Asks for what is still missing. What is known is filled in and can be changed; guesses say what they were read from. */
export function FeatureForm(props: { card: FragmentType<typeof FeatureForm_card> }) {
  const card = readFragment(FeatureForm_card, props.card);
  const { answer, busy, failure } = useAnswer(card.requestId);
  const [changed, setChanged] = useState<Record<string, string>>({});
  const [problems, setProblems] = useState<Record<string, string>>({});
  const texts = { ...textsOf(card.values), ...changed };
  const open = useIsOpen(card.status);

  const hints: Record<string, ReactNode> = {};
  for (const { slot, text } of card.weak) {
    const name = slot.replace(/^features\./, "");
    if (name in changed) continue;
    hints[name] = (
      <>
        <Badge tone="warn">guessed</Badge> from <q>{text}</q>. Change it if it is wrong.
      </>
    );
  }
  for (const name of card.missing) {
    if (!texts[name]) hints[name] ??= "Not said yet.";
  }

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readForm(card.features, texts);
    setProblems(read.problems);
    if (Object.keys(read.problems).length === 0) void answer(read.values);
  };

  return (
    <Card
      title={`What ${card.model} needs to know`}
      aside={
        <Badge tone={open ? "accent" : "neutral"}>
          {!open ? "closed" : card.missing.length > 0 ? `${card.missing.length} missing` : "to check"}
        </Badge>
      }
    >
      {open && (
        <form className={styles.form} onSubmit={submit} noValidate>
          <FeatureFields
            features={card.features}
            texts={texts}
            problems={problems}
            hints={hints}
            onChange={(name, text) => setChanged((all) => ({ ...all, [name]: text }))}
          />
          <div className={styles.whole}>
            {failure && <Notice tone="bad">{failure}</Notice>}
            <div>
              <Button type="submit" look="primary" busy={busy}>
                Predict
              </Button>
            </div>
          </div>
        </form>
      )}
      <ClosedNotice status={card.status} />
    </Card>
  );
}
