"use client";

import { type FormEvent, type ReactNode, useState } from "react";
import { type FragmentType, graphql, readFragment } from "../../gql/index.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { FeatureFields, FeatureFields_feature } from "../predictions/FeatureFields.tsx";
import { readForm, textsOf } from "../predictions/feature-values.ts";
import styles from "../predictions/predictions.module.css";
import { useFirstProblem } from "../predictions/use-first-problem.ts";
import { ClosedNotice, useIsOpen } from "./ClosedNotice.tsx";
import { carriedOver } from "./form-drafts.ts";
import { useThreadActions } from "./thread-actions.ts";
import { useAnswer } from "./use-answer.ts";

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
  const { answer, busy, failure, outcome } = useAnswer(card.requestId);
  const { drafts } = useThreadActions();
  const known = textsOf(card.values);
  const open = useIsOpen(card.status);
  const [changed, setChanged] = useState(() => (open ? carriedOver(drafts.get(card.model), known) : {}));
  const [problems, setProblems] = useState<Record<string, string>>({});
  const form = useFirstProblem(problems);
  const texts = { ...known, ...changed };

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
    if (!texts[name] && !problems[name]) hints[name] ??= "Not said yet.";
  }

  const change = (name: string, text: string) => {
    const next = { ...changed, [name]: text };
    setChanged(next);
    drafts.set(card.model, { known, changed: next });
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const read = readForm(card.features, texts);
    setProblems(read.problems);
    if (Object.keys(read.problems).length > 0) return;
    drafts.delete(card.model);
    // What was read from words stays as it was read there, with its evidence.
    void answer(
      Object.fromEntries(Object.entries(read.values).filter(([name, value]) => String(value) !== known[name])),
    );
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
        <form className={styles.form} ref={form} onSubmit={submit} noValidate>
          <FeatureFields features={card.features} texts={texts} problems={problems} hints={hints} onChange={change} />
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
      <ClosedNotice
        status={card.status}
        lost={busy || outcome === "TAKEN" ? undefined : lostWords(card, changed, outcome)}
      />
    </Card>
  );
}

/** What was filled in here, when the question was answered otherwise: it would be gone without a word. */
function lostWords(
  { features }: { features: readonly FragmentType<typeof FeatureFields_feature>[] },
  changed: Readonly<Record<string, string>>,
  outcome: "LATE" | undefined,
): string | undefined {
  const filledIn = readFragment(FeatureFields_feature, features).flatMap(({ name, options }) => {
    const text = changed[name];
    const label = options?.find(({ value }) => value === text)?.label ?? text;
    return text ? [`${label} (${name.replaceAll("_", " ")})`] : [];
  });
  if (outcome === "LATE")
    return `Your answer here came after that, and did nothing${filledIn.length > 0 ? `: ${filledIn.join(", ")}` : ""}.`;
  return filledIn.length > 0 ? `What you had filled in here was not sent: ${filledIn.join(", ")}.` : undefined;
}
