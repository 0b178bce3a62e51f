"use client";

import { useRouter } from "next/navigation";
import { useQuery } from "urql";
import { graphql } from "../../gql/index.ts";
import { operation } from "../../graphql/operation.ts";
import { Button } from "../../ui/Button.tsx";
import { FailureNotice } from "../../ui/FailureNotice.tsx";
import { Link } from "../../ui/Link.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Spinner } from "../../ui/Spinner.tsx";
import { Page } from "../shell/Page.tsx";
import { RunSettings } from "./RunSettings.tsx";
import { isLive } from "./run-state.ts";
import { TrainingRunCard } from "./TrainingRunCard.tsx";
import styles from "./training.module.css";
import { useTrain } from "./use-train.ts";

const RunQuery = operation(
  graphql(`
    query Run($id: ID!) {
      trainingRun(id: $id) {
        id
        model
        status
        algorithm
        testSize
        seed
        params
        dataset {
          name
        }
        ...TrainingRunCard_run
        ...RunSettings_run
      }
    }
  `),
);

/** One training: how it goes or went, what it was asked to do, and the same again. */
export function RunScreen({ id }: { id: string }) {
  const router = useRouter();
  const { train, fetching: starting, failure } = useTrain();
  const [{ data, error, fetching }, refetch] = useQuery({
    query: RunQuery,
    variables: { id },
    requestPolicy: "cache-and-network",
  });
  const run = data?.trainingRun;
  if (!run) {
    return (
      <Page title="Training run">
        {error ? (
          <FailureNotice error={error} refetch={refetch} />
        ) : fetching || !data ? (
          <Spinner label="Reading the run" />
        ) : (
          <Notice>
            There is no such training run. <Link href="/training">All runs</Link>
          </Notice>
        )}
      </Page>
    );
  }
  const again = async () => {
    const { model, algorithm, testSize, seed, params, dataset } = run;
    const next = await train({ model, algorithm, testSize, seed, params, dataset: dataset.name });
    if (next) router.push(`/training/${next}`);
  };
  return (
    <Page
      title={`Training of ${run.model}`}
      lead={<Link href={`/training?model=${encodeURIComponent(run.model)}`}>All runs of {run.model}</Link>}
      actions={
        !isLive(run.status) && (
          <div className={styles.actions}>
            <Button busy={starting} onClick={again}>
              Train again
            </Button>
          </div>
        )
      }
    >
      {failure && <Notice tone="bad">{failure}</Notice>}
      <TrainingRunCard key={run.id} run={run} place="run" />
      <RunSettings run={run} />
    </Page>
  );
}
