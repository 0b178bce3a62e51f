"use client";

import { useState } from "react";
import { useMutation, useQuery } from "urql";
import type { ProposalsWaitingQuery } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { operation } from "../../graphql/operation.ts";
import { problemOf } from "../../graphql/problem-of.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Field, inputClass } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Time } from "../../ui/Time.tsx";
import { useViewer } from "../identity/use-viewer.ts";
import { toast } from "../notifications/toast.ts";
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
    mutation ApproveProposal($id: ID!, $comment: String) {
      approveProposal(id: $id, comment: $comment) {
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
    mutation RejectProposal($id: ID!, $comment: String) {
      rejectProposal(id: $id, comment: $comment) {
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
  return data?.proposals.nodes.map((proposal) => (
    <ProposalWaiting
      key={proposal.id}
      model={model}
      proposal={proposal}
      onDecided={() => refetch({ requestPolicy: "network-only" })}
    />
  ));
}

/** One of them, to be decided on by who may: the person who proposed it can only withdraw it. */
function ProposalWaiting(props: {
  model: string;
  proposal: ProposalsWaitingQuery["proposals"]["nodes"][number];
  onDecided: () => void;
}) {
  const { id, own, version, effects, gates, proposedBy, proposedAt, expiresAt, comment } = props.proposal;
  const what = `${props.model} version ${version.version}`;
  const { may } = useViewer();
  const [, approve] = useMutation(ApproveMutation);
  const [, reject] = useMutation(RejectMutation);
  const [busy, setBusy] = useState<string>();
  const [failure, setFailure] = useState<string>();
  const [why, setWhy] = useState("");
  const approvable = !own && may("models:approve");
  const decide = async (how: "approve" | "reject") => {
    setBusy(how);
    setFailure(undefined);
    const decision = { id, comment: why.trim() || null };
    const problem = problemOf(how === "approve" ? await approve(decision) : await reject(decision));
    setBusy(undefined);
    setFailure(problem);
    props.onDecided();
    if (problem) return;
    if (how === "approve") toast(`${what} is in production.`);
    else toast(own ? `The promotion of ${what} was withdrawn.` : `The promotion of ${what} was rejected.`);
  };
  return (
    <Card
      title={`Version ${version.version} waits for approval`}
      footer={
        <>
          {approvable && (
            <Button look="primary" busy={busy === "approve"} onClick={() => void decide("approve")}>
              Approve
            </Button>
          )}
          {may("models:write") && (
            <Button busy={busy === "reject"} onClick={() => void decide("reject")}>
              {own ? "Withdraw" : "Reject"}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.stack}>
        <p className={styles.muted}>
          Proposed by {own ? "you" : proposedBy} <Time at={proposedAt} />, until <Time at={expiresAt} />
          {comment && <>: “{comment}”</>}
        </p>
        {own && <p>You proposed it: another person has to approve it.</p>}
        {!own && !approvable && <p>You may not approve promotions: somebody who may has to.</p>}
        <PlanDetails effects={effects} gates={gates} />
        <Field label="Why (may stay empty)">
          {(ids) => (
            <input
              {...ids}
              className={inputClass}
              maxLength={1_000}
              autoComplete="off"
              value={why}
              onChange={({ target }) => setWhy(target.value)}
            />
          )}
        </Field>
        {failure && <Notice tone="bad">{failure}</Notice>}
      </div>
    </Card>
  );
}
