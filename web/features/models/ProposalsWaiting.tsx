"use client";

import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { graphql } from "../../gql/index.ts";
import { failureText } from "../../graphql/failure.ts";
import { operation } from "../../graphql/operation.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Time } from "../../ui/Time.tsx";
import styles from "./models.module.css";
import { PlanDetails } from "./PlanDetails.tsx";

const ProposalsQuery = operation(
  graphql(`
    query ProposalsWaiting($model: String!) {
      proposals(model: $model, status: PROPOSED) {
        nodes {
          id
          effects
          own
          proposedBy
          proposedAt
          expiresAt
          comment
          version {
            id
            version
          }
          gates {
            name
            ...PlanDetails_gate
          }
        }
      }
    }
  `),
);

const ApproveMutation = operation(
  graphql(`
    mutation ApproveProposal($id: ID!) {
      approveProposal(id: $id) {
        __typename
        ... on ModelVersion {
          id
          version
          stage
        }
        ... on Error {
          code
          message
        }
      }
    }
  `),
);

const RejectMutation = operation(
  graphql(`
    mutation RejectProposal($id: ID!) {
      rejectProposal(id: $id) {
        __typename
        ... on Proposal {
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

/** Promotions that wait for another person, each with what it changes and what was checked; nothing where none waits. */
export function ProposalsWaiting({ model }: { model: string }) {
  const [{ data }, refetch] = useQuery({
    query: ProposalsQuery,
    variables: { model },
    requestPolicy: "cache-and-network",
  });
  const [, approve] = useMutation(ApproveMutation);
  const [, reject] = useMutation(RejectMutation);
  const [busy, setBusy] = useState<string>();
  const [failure, setFailure] = useState<string>();
  const decide = async (id: string, how: "approve" | "reject") => {
    setBusy(`${how} ${id}`);
    setFailure(undefined);
    const { data: answer, error } = how === "approve" ? await approve({ id }) : await reject({ id });
    const [result] = Object.values(answer ?? {});
    const problem = error ? failureText(error) : result && "message" in result ? result.message : undefined;
    setBusy(undefined);
    setFailure(problem);
    refetch({ requestPolicy: "network-only" });
  };
  const waiting = data?.proposals.nodes ?? [];
  if (waiting.length === 0) return null;
  return (
    <>
      {waiting.map(({ id, own, version, effects, gates, proposedBy, proposedAt, expiresAt, comment }) => (
        <Card
          key={id}
          title={`Version ${version.version} waits for approval`}
          footer={
            <>
              {!own && (
                <Button look="primary" busy={busy === `approve ${id}`} onClick={() => void decide(id, "approve")}>
                  Approve
                </Button>
              )}
              <Button busy={busy === `reject ${id}`} onClick={() => void decide(id, "reject")}>
                {own ? "Withdraw" : "Reject"}
              </Button>
            </>
          }
        >
          <div className={styles.stack}>
            <p className={styles.muted}>
              Proposed by {own ? "you" : proposedBy} <Time at={proposedAt} />, until <Time at={expiresAt} />
              {comment && <>: “{comment}”</>}
              {own && ". Another person has to approve it."}
            </p>
            <PlanDetails effects={effects} gates={gates} />
            {failure && <Notice tone="bad">{failure}</Notice>}
          </div>
        </Card>
      ))}
    </>
  );
}
