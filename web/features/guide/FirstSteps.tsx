"use client";

import { useEffect, useState } from "react";
import { useQuery } from "urql";
import { graphql } from "../../gql/index.ts";
import { operation } from "../../graphql/operation.ts";
import { Button } from "../../ui/Button.tsx";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { Card } from "../../ui/Card.tsx";
import styles from "./FirstSteps.module.css";
import { type FirstStep, firstSteps, isGuided, type Remembered, recall, remember } from "./first-steps.ts";

const FirstStepsQuery = operation(
  graphql(`
    query FirstSteps {
      models(first: 1) {
        totalCount
        nodes {
          id
          name
          versions(first: 1) {
            nodes {
              id
              version
            }
          }
        }
      }
      promotions: auditLog(first: 0, action: promoteVersion, outcome: DONE) {
        totalCount
      }
      trainingOptions {
        untrained {
          name
        }
      }
      suggestions
    }
  `),
);

/** The first five minutes, as a list that ticks itself. It begins on an empty installation alone, and goes when it is done or put away. */
export default function FirstSteps({ onSay }: { onSay: (message: string) => void }) {
  const [{ data }] = useQuery({ query: FirstStepsQuery, requestPolicy: "cache-and-network" });
  const [remembered, setRemembered] = useState<Remembered>(recall);
  const empty = data?.models.totalCount === 0 && data.promotions.totalCount === 0;
  useEffect(() => {
    if (empty && !recall().begun) setRemembered(remember({ begun: true }));
  }, [empty]);
  if (!data) return null;

  const model = data.models.nodes[0];
  const version = model?.versions.nodes[0]?.version;
  const steps = firstSteps(
    {
      model: version ? model?.name : undefined,
      version,
      promoted: data.promotions.totalCount > 0,
      trainable: (
        data.trainingOptions.untrained.find(({ name }) => name === "titanic") ?? data.trainingOptions.untrained[0]
      )?.name,
      question: data.suggestions[0],
    },
    remembered,
  );
  if (!isGuided(remembered, steps)) return null;
  const next = steps.find(({ done }) => !done);
  return (
    <Card
      title="The first five minutes"
      label="The first five minutes"
      aside={
        <Button small look="quiet" onClick={() => setRemembered(remember({ dismissed: true }))}>
          Not now
        </Button>
      }
    >
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li key={step.name} className={styles.step} data-done={step.done || undefined}>
            <span className={styles.mark} aria-hidden>
              {step.done ? "✓" : ""}
            </span>
            <span className={styles.what}>
              {step.title}
              {step.done && <span className="visually-hidden"> (done)</span>}
            </span>
            {step === next && <StepAction step={step} onSay={onSay} />}
          </li>
        ))}
      </ol>
    </Card>
  );
}

function StepAction({ step, onSay }: { step: FirstStep; onSay: (message: string) => void }) {
  const { say, href } = step;
  if (href) {
    return (
      <ButtonLink small href={href}>
        Open the model
      </ButtonLink>
    );
  }
  if (!say) return null;
  return (
    <Button small look="prompt" onClick={() => onSay(say)}>
      {say}
    </Button>
  );
}
