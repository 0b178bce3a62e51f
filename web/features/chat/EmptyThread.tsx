"use client";

import { lazy, Suspense } from "react";
import { useQuery } from "urql";
import { graphql } from "../../gql/index.ts";
import { operation } from "../../graphql/operation.ts";
import { InBrowser } from "../../ui/InBrowser.tsx";
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
const NoThread = lazy(() => import("./NoThread.tsx"));

/** What this is, and how to begin. */
export function EmptyThread({ onSay }: { onSay: (message: string) => void }) {
  const [{ data, error }, refetch] = useQuery({ query: SuggestionsQuery, requestPolicy: "cache-and-network" });
  return (
    <div className={styles.empty}>
      <div>
        <h2 className={styles.title}>What shall the models do?</h2>
        <p className={styles.lead}>
          Train a model, put a version into production, ask it for a prediction, or look up who changed what. Say it in
          your own words. What is in production changes only when you have seen what will change, and confirmed it.
        </p>
      </div>
      {error && !data ? (
        <Suspense>
          <NoThread error={error} refetch={refetch} />
        </Suspense>
      ) : (
        <div className={styles.begin}>
          <h3 className={styles.beginTitle}>A good way to begin</h3>
          <PromptList label="Suggested first messages" prompts={data?.suggestions ?? []} onSay={onSay} />
        </div>
      )}
      <InBrowser>
        <Suspense>{data && <FirstSteps onSay={onSay} />}</Suspense>
      </InBrowser>
    </div>
  );
}
