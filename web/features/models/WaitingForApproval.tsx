"use client";

import { useState } from "react";
import { useQuery } from "urql";
import { graphql } from "../../gql/index.ts";
import { operation } from "../../graphql/operation.ts";
import { Button } from "../../ui/Button.tsx";
import styles from "./models.module.css";
import { ProposalWaiting } from "./ProposalWaiting.tsx";
import { waitingId } from "./waiting.ts";

const WaitingForApprovalQuery = operation(
  graphql(`
    query WaitingForApproval($after: String) {
      proposals(status: PROPOSED, first: 6, after: $after) {
        totalCount
        nodes {
          id
          ...ProposalWaiting_proposal
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `),
);

/** Promotions of whichever model that wait for another person, to be decided on here; nothing where none waits. */
export function WaitingForApproval() {
  const [{ data }] = useWaiting(null);
  if (!data || data.proposals.nodes.length === 0) return null;
  return (
    <section id={waitingId} className={styles.stack} aria-labelledby={`${waitingId}-title`}>
      <h2 id={`${waitingId}-title`} className={styles.part}>
        Waiting for approval ({data.proposals.totalCount})
      </h2>
      <WaitingPage after={null} />
    </section>
  );
}

function useWaiting(after: string | null) {
  return useQuery({ query: WaitingForApprovalQuery, variables: { after }, requestPolicy: "cache-and-network" });
}

/** A page of them, and below it the ones that follow, as far as they were asked for. */
function WaitingPage({ after }: { after: string | null }) {
  const [goesOn, setGoesOn] = useState(false);
  const [{ data, fetching }, refetch] = useWaiting(after);
  if (!data) return null;
  const { nodes, pageInfo } = data.proposals;
  return (
    <>
      <ul className={styles.list} aria-busy={fetching}>
        {nodes.map((proposal) => (
          <li key={proposal.id}>
            <ProposalWaiting among proposal={proposal} onDecided={() => refetch({ requestPolicy: "network-only" })} />
          </li>
        ))}
      </ul>
      {pageInfo.hasNextPage && goesOn && <WaitingPage after={pageInfo.endCursor ?? null} />}
      {pageInfo.hasNextPage && !goesOn && (
        <div>
          <Button onClick={() => setGoesOn(true)}>Show more that wait</Button>
        </div>
      )}
    </>
  );
}
