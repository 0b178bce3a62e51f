"use client";

import { useState } from "react";
import { useMutation } from "urql";
import { type FragmentType, graphql, readFragment } from "../../gql/index.ts";
import { operation } from "../../graphql/operation.ts";
import { problemOf } from "../../graphql/problem-of.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Field, inputClass } from "../../ui/Field.tsx";
import { Link } from "../../ui/Link.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Time } from "../../ui/Time.tsx";
import { useViewer } from "../identity/use-viewer.ts";
import { toast } from "../notifications/toast.ts";
import styles from "./models.module.css";
import { PlanDetails } from "./PlanDetails.tsx";

export const ProposalWaiting_proposal = graphql(`
  fragment ProposalWaiting_proposal on Proposal {
    id
    effects
    own
    proposedBy
    proposedAt
    expiresAt
    comment
    model {
      id
      name
    }
    version {
      id
      version
    }
    gates {
      name
      ...PlanDetails_gate
    }
  }
`);

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

/**
 * A promotion that waits for another person, to be decided on by who may: the person who proposed it can only withdraw it.
 * @param props.among other models': it says of which one it is, and keeps what it changes folded up
 */
export function ProposalWaiting(props: {
  proposal: FragmentType<typeof ProposalWaiting_proposal>;
  among?: boolean;
  onDecided: () => void;
}) {
  const proposal = readFragment(ProposalWaiting_proposal, props.proposal);
  const { id, own, model, version, effects, gates, proposedBy, proposedAt, expiresAt, comment } = proposal;
  const what = `${model.name} version ${version.version}`;
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
  // Of several on a page each button says what it is for.
  const named = (act: string) => (props.among ? { "aria-label": `${act} the promotion of ${what}` } : {});
  const away = own ? "Withdraw" : "Reject";
  const details = (
    <>
      <PlanDetails effects={effects} gates={gates} />
      {may("models:write") && (
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
      )}
    </>
  );
  return (
    <Card
      title={
        props.among ? (
          <Link href={`/models/${encodeURIComponent(model.name)}`}>{what}</Link>
        ) : (
          `Version ${version.version} waits for approval`
        )
      }
      footer={
        may("models:write") && (
          <>
            {approvable && (
              <Button
                look="primary"
                busy={busy === "approve"}
                onClick={() => void decide("approve")}
                {...named("Approve")}
              >
                Approve
              </Button>
            )}
            <Button busy={busy === "reject"} onClick={() => void decide("reject")} {...named(away)}>
              {away}
            </Button>
          </>
        )
      }
    >
      <div className={styles.stack}>
        <p className={styles.muted}>
          Proposed by {own ? "you" : proposedBy} <Time at={proposedAt} />, until <Time at={expiresAt} />
          {comment && (
            <>
              : “<bdi>{comment}</bdi>”
            </>
          )}
        </p>
        {own && <p>You proposed it: another person has to approve it.</p>}
        {!own && !approvable && <p>You may not approve promotions: somebody who may has to.</p>}
        {props.among ? (
          <Disclosure summary={`What will change, and ${gates.length === 1 ? "1 check" : `${gates.length} checks`}`}>
            <div className={styles.stack}>{details}</div>
          </Disclosure>
        ) : (
          details
        )}
        {failure && <Notice tone="bad">{failure}</Notice>}
      </div>
    </Card>
  );
}
