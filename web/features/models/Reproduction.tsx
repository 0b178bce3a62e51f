"use client";

import { useEffect, useState } from "react";
import { useMutation, useQuery } from "urql";
import { graphql } from "../../gql/index.ts";
import { failureText } from "../../graphql/failure.ts";
import { operation } from "../../graphql/operation.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Time } from "../../ui/Time.tsx";
import { useViewer } from "../identity/use-viewer.ts";
import styles from "./models.module.css";
import { reproductionInWords } from "./reproduction-words.ts";

const ReproductionsQuery = operation(
  graphql(`
    query Reproductions($model: String!, $version: Int!) {
      modelVersion(model: $model, version: $version) {
        id
        lineage {
          run {
            id
            environment {
              modelwright
              node
              onnxruntime
              platform
            }
          }
          reproductions {
            id
            status
            message
            outcome
            finishedAt
            report {
              rows
              largestDifference
              differingRows
            }
          }
        }
      }
    }
  `),
);

const ReproduceMutation = operation(
  graphql(`
    mutation Reproduce($model: String!, $version: Int!) {
      reproduceVersion(model: $model, version: $version) {
        __typename
        ... on Reproduction {
          id
          status
        }
        ... on Error {
          code
          message
        }
      }
    }
  `),
);

const everyMs = 1_000;

/** Whether the version came out the same when it was last trained again from its record; and the way to find out. */
export function Reproduction({ model, version }: { model: string; version: number }) {
  const [{ data, error }, refetch] = useQuery({
    query: ReproductionsQuery,
    variables: { model, version },
    requestPolicy: "cache-and-network",
  });
  const [, reproduce] = useMutation(ReproduceMutation);
  const { may } = useViewer();
  const [problem, setProblem] = useState<string>();
  const lineage = data?.modelVersion?.lineage;
  const last = lineage?.reproductions[0];
  const open = last?.status === "QUEUED" || last?.status === "RUNNING";
  // The server has no subscription for it: it is asked, as long as the worker is at it.
  useEffect(() => {
    if (!open) return;
    const timer = setInterval(() => refetch({ requestPolicy: "network-only" }), everyMs);
    return () => clearInterval(timer);
  }, [open, refetch]);
  // Most versions have one: what is below it stays where it is.
  if (!data && !error) return <div className={styles.awaited} />;
  if (!lineage?.run) return null;
  const { environment } = lineage.run;
  const ask = async () => {
    const { data: answer, error } = await reproduce({ model, version });
    const result = answer?.reproduceVersion;
    setProblem(error ? failureText(error) : result?.__typename === "Reproduction" ? undefined : result?.message);
    refetch({ requestPolicy: "network-only" });
  };
  return (
    <>
      <p className={styles.muted}>
        {environment
          ? `Trained by Modelwright ${environment.modelwright} with Node.js ${environment.node} and onnxruntime ${environment.onnxruntime} on ${environment.platform}.`
          : "What it was trained in was not written down by the release that did."}
      </p>
      <div aria-live="polite">
        {last && (
          <Notice tone={last.outcome === "DIFFERENT" || last.status === "FAILED" ? "warn" : "good"}>
            {reproductionInWords(last)} {last.finishedAt && <Time at={last.finishedAt} />}
          </Notice>
        )}
        {problem && <Notice tone="bad">{problem}</Notice>}
      </div>
      {may("training:write") && (
        <div>
          <Button small busy={open} onClick={ask}>
            Train it again and compare
          </Button>
        </div>
      )}
    </>
  );
}
