"use client";

import { useQuery } from "urql";
import { graphql } from "../../gql/index.ts";
import { operation } from "../../graphql/operation.ts";
import { ProposalWaiting } from "./ProposalWaiting.tsx";

const ProposalsQuery = operation(
  graphql(`
    query ProposalsWaiting($model: String!) {
      proposals(model: $model, status: PROPOSED) {
        nodes {
          id
          ...ProposalWaiting_proposal
        }
      }
    }
  `),
);

/** Promotions of a model that wait for another person, each with what it changes and what was checked; nothing where none waits. */
export function ProposalsWaiting({ model }: { model: string }) {
  const [{ data }, refetch] = useQuery({
    query: ProposalsQuery,
    variables: { model },
    requestPolicy: "cache-and-network",
  });
  return data?.proposals.nodes.map((proposal) => (
    <ProposalWaiting
      key={proposal.id}
      proposal={proposal}
      onDecided={() => refetch({ requestPolicy: "network-only" })}
    />
  ));
}
