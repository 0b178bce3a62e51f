"use client";

import { lazy, Suspense, useEffect, useState } from "react";
import { useQuery } from "urql";
import { graphql } from "../../gql/index.ts";
import { operation } from "../../graphql/operation.ts";
import { PromptList } from "./PromptList.tsx";
import styles from "./ThreadView.module.css";

const SuggestionsQuery = operation(
  graphql(`
    query Suggestions {
      suggestions
    }
  `),
);

// Few installations are empty.
const FirstSteps = lazy(() => import("../guide/FirstSteps.tsx"));

/** What this is, and how to begin. */
export function EmptyThread({ onSay }: { onSay: (message: string) => void }) {
  const [{ data }] = useQuery({ query: SuggestionsQuery, requestPolicy: "cache-and-network" });
  // Only the browser knows how far its user went: what the server renders has no steps, and nothing to disagree with.
  const [isHere, setIsHere] = useState(false);
  useEffect(() => setIsHere(true), []);
  return (
    <div className={styles.empty}>
      <div>
        <h2 className={styles.title}>What shall the models do?</h2>
        <p className={styles.lead}>
          Train a model, put a version into production, ask it for a prediction, or look up who changed what. Say it in
          your own words. What is in production changes only when you have seen what will change, and confirmed it.
        </p>
      </div>
      <div className={styles.begin}>
        <h3 className={styles.beginTitle}>A good way to begin</h3>
        <PromptList label="Suggested first messages" prompts={data?.suggestions ?? []} onSay={onSay} />
      </div>
      <Suspense>{isHere && data && <FirstSteps onSay={onSay} />}</Suspense>
    </div>
  );
}
